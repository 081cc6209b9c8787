package org.beffroi.declaration.api;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.beffroi.declaration.domain.DeclarationForm;
import org.beffroi.declaration.domain.FormQuestion;
import org.beffroi.taxonomy.Taxonomy;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The body of a declaration in the API's description is the questionnaire itself, not a second list of its fields. */
@Configuration
@ConditionalOnWebApplication
class DeclarationSchema {
    private final DeclarationForm form;
    private final Taxonomy taxonomy;
    private final MessageSource texts;

    DeclarationSchema(DeclarationForm form, Taxonomy taxonomy, MessageSource texts) {
        this.form = form;
        this.taxonomy = taxonomy;
        this.texts = texts;
    }

    @Bean
    OpenApiCustomizer declarationBody() {
        return api -> {
            api.getComponents().addSchemas("Declaration", schema());
            List.of(
                            "/api/v1/declarations",
                            "/api/v1/declarations/{reference}/versions",
                            "/api/v1/follow/{token}/versions")
                    .forEach(path -> {
                        var content = Optional.ofNullable(api.getPaths().get(path))
                                .map(found -> found.getPost().getRequestBody().getContent())
                                .orElseThrow(() -> new IllegalStateException("the API has lost " + path));
                        content.values()
                                .forEach(body ->
                                        body.setSchema(new Schema<>().$ref("#/components/schemas/Declaration")));
                    });
        };
    }

    private Schema<?> schema() {
        var body = new ObjectSchema();
        form.questionnaire().questions().values().forEach(question -> {
            body.addProperty(question.key(), value(question).description(label(question)));
            if (question.required()) {
                body.addRequiredItem(question.key());
            }
        });
        return body;
    }

    private Schema<?> value(FormQuestion question) {
        return switch (question.type()) {
            case FLAG -> new BooleanSchema();
            case CHOICE -> codes(question);
            case CHOICES -> new ArraySchema().items(codes(question));
            case INSTANT -> new StringSchema().format("date-time");
            case EMAIL -> new StringSchema().format("email").maxLength(question.limit());
            case STRUCTURE, TEXT, LONG, PHONE, ZONE -> new StringSchema().maxLength(question.limit());
        };
    }

    private StringSchema codes(FormQuestion question) {
        var codes = new StringSchema();
        taxonomy.vocabulary(Optional.ofNullable(question.vocabulary()).orElseThrow())
                .codes()
                .forEach(codes::addEnumItem);
        return codes;
    }

    private String label(FormQuestion question) {
        return String.valueOf(
                texts.getMessage("declaration.question." + question.key(), null, question.key(), Locale.ENGLISH));
    }
}
