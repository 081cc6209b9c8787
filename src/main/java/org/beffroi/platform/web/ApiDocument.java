package org.beffroi.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Viewer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's own description, at {@code /api/openapi}: who may call what, and that every refusal is a problem of RFC 9457. */
@Configuration
@ConditionalOnWebApplication
class ApiDocument {
    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
    }

    @Bean
    OpenAPI description(Desk desk) {
        return new OpenAPI()
                .info(new Info()
                        .title(desk.name())
                        .version("1")
                        .description("Everything that a page can do. Tokens are made by `./beffroi token make`.")
                        .license(new License().name("EUPL-1.2")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")));
    }

    @Bean
    OperationCustomizer whoMayCall() {
        return (operation, method) -> {
            var open = method.getMethodAnnotation(OpenTo.class);
            if (open != null) {
                operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
                operation.setDescription(
                        "For: " + Arrays.stream(open.value()).map(Enum::name).collect(Collectors.joining(", ")));
            }
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description(
                                            "A problem (RFC 9457); its type is one of docs/generated/problem-types.md")
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    new MediaType().schema(new Schema<>().type("object")))));
            return operation;
        };
    }
}
