package org.beffroi.declaration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.beffroi.declaration.domain.DeclarationDesk;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every page about something rehearsed says so, whoever made it: by the number in its address, or by the secret link. */
@Component
class RehearsalMark implements HandlerInterceptor {
    private final DeclarationDesk desk;

    RehearsalMark(DeclarationDesk desk) {
        this.desk = desk;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null
                && page.getViewName() != null
                && !page.getViewName().startsWith("redirect:")
                && !page.getModel().containsKey("rehearsal")
                && isRehearsed(request)) {
            page.addObject("rehearsal", true);
        }
    }

    private boolean isRehearsed(HttpServletRequest request) {
        if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables)) {
            return false;
        }
        if (variables.get("reference") instanceof String typed) {
            return PublicReference.parse(typed)
                    .filter(PublicReference::rehearsal)
                    .isPresent();
        }
        return variables.get("token") instanceof String token && isFollowed(token);
    }

    private boolean isFollowed(String token) {
        try {
            return desk.followed(token).world().isRehearsal();
        } catch (Refusal noSuchLink) {
            return false;
        }
    }
}
