package org.beffroi.observatory.api;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.beffroi.observatory.domain.Breakdown;
import org.beffroi.observatory.domain.Breakdown.Cell;
import org.beffroi.observatory.domain.Figure;
import org.beffroi.observatory.domain.Growth;
import org.beffroi.observatory.domain.Period;
import org.beffroi.observatory.domain.RunningTotal;
import org.beffroi.observatory.domain.Share;
import org.beffroi.observatory.domain.YearFigures;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Says of each value of the figures that it is there, and whether it may be null. A client that takes «not published» for 0, or stops at the
 * first null, is wrong on the very figures that matter.
 */
@Configuration
@ConditionalOnWebApplication
class FiguresSchema {
    private static final List<Class<? extends Record>> RECORDS = List.of(
            YearFigures.class,
            Figure.class,
            Breakdown.class,
            Cell.class,
            Share.class,
            Growth.class,
            Period.class,
            RunningTotal.class);

    @Bean
    OpenApiCustomizer figures() {
        return api -> RECORDS.forEach(type -> {
            var schema = api.getComponents().getSchemas().get(type.getSimpleName());
            if (schema == null) {
                throw new IllegalStateException("the API has lost " + type);
            }
            for (var component : type.getRecordComponents()) {
                schema.addRequiredItem(component.getName());
                if (mayBeNull(component)) {
                    allowNull(schema, component.getName());
                }
            }
        });
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void allowNull(Schema<?> schema, String name) {
        Schema<?> value = Objects.requireNonNull(schema.getProperties().get(name));
        if (value.get$ref() != null) {
            var nothing = new Schema<>();
            nothing.setTypes(Set.of("null"));
            schema.addProperty(name, new Schema<>().anyOf(List.of(value, nothing)));
        } else {
            var types = new LinkedHashSet<>(value.getTypes());
            types.add("null");
            value.setTypes(types);
        }
    }
}
