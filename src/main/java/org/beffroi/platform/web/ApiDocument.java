package org.beffroi.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Viewer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** The API's own description, at {@code /api/openapi}: who may call what, and that every refusal is a problem of RFC 9457. */
@Configuration
@ConditionalOnWebApplication
class ApiDocument {
    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
    }

    @Bean
    OpenAPI description(Desk desk) {
        var components = new Components()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSchemas(PROBLEM, problem());
        for (var each : Problem.values()) {
            components.addResponses(each.slug(), response(each));
        }
        return new OpenAPI()
                .info(new Info()
                        .title(desk.name())
                        .version("1")
                        .description("Everything that a page can do. Tokens are made by `./beffroi token make`.")
                        .license(new License().name("EUPL-1.2")))
                .servers(List.of(new Server().url("/")))
                .components(components);
    }

    /** RFC 9457, with our one extension. */
    private static Schema<?> problem() {
        var types = new StringSchema();
        Arrays.stream(Problem.values()).map(each -> "/problems/" + each.slug()).forEach(types::addEnumItem);
        var fault = new ObjectSchema();
        fault.addProperty("field", new StringSchema());
        fault.addProperty("detail", new StringSchema());
        fault.setRequired(List.of("field", "detail"));
        var problem = new ObjectSchema();
        problem.addProperty("type", types);
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema().format(null));
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema().format("uri-reference"));
        problem.addProperty("errors", new ArraySchema().items(fault));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }

    private static ApiResponse response(Problem problem) {
        return new ApiResponse()
                .description("Problem `/problems/" + problem.slug() + "`: docs/generated/problem-types.md")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    @Bean
    OperationCustomizer whoMayCallAndWhatIsRefused() {
        return (operation, method) -> {
            operation.setOperationId(name(method));
            var open = method.getMethodAnnotation(OpenTo.class);
            if (open == null) {
                operation.addSecurityItem(new SecurityRequirement());
            } else {
                operation.setDescription(
                        "For: " + Arrays.stream(open.value()).map(Enum::name).collect(Collectors.joining(", ")));
            }
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
            for (var problem : refusals(operation, open != null)) {
                operation
                        .getResponses()
                        .addApiResponse(
                                Integer.toString(problem.status().value()),
                                new ApiResponse().$ref("#/components/responses/" + problem.slug()));
            }
            return operation;
        };
    }

    private static Set<Problem> refusals(Operation operation, boolean restricted) {
        var refusals = EnumSet.of(Problem.UNREADABLE, Problem.UNKNOWN_CALLER, Problem.FAULT, Problem.UNAVAILABLE);
        if (restricted) {
            refusals.add(Problem.FORBIDDEN);
        }
        if (operation.getParameters() != null) {
            refusals.addAll(EnumSet.of(Problem.NOT_FOUND, Problem.INVALID));
        }
        if (operation.getRequestBody() != null) {
            refusals.addAll(EnumSet.of(Problem.CONFLICT, Problem.INVALID, Problem.TOO_LARGE, Problem.WRONG_TYPE));
        }
        return refusals;
    }

    /** {@code IncidentApi.close} is {@code incidentClose}. */
    private static String name(HandlerMethod method) {
        var type = method.getBeanType().getSimpleName().replaceFirst("Api$", "");
        var verb = method.getMethod().getName();
        return type.substring(0, 1).toLowerCase(Locale.ROOT)
                + type.substring(1)
                + verb.substring(0, 1).toUpperCase(Locale.ROOT)
                + verb.substring(1);
    }
}
