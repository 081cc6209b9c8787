package org.beffroi.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * What a record says by {@code @Nullable} stands in the API's description: a component without it is always there, one with it may be null.
 * Two records of one name would be described as one: that is refused.
 */
@Component
@ConditionalOnWebApplication
class RecordSchemas implements ModelConverter {
    private static final String REF = "#/components/schemas/";
    private static final String NULL = "null";

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        var described = Json.mapper().constructType(type.getType());
        if (schema != null && described != null && isOurs(described.getRawClass())) {
            mark(described.getRawClass(), schema, context.getDefinedModels());
        }
        return schema;
    }

    private static boolean isOurs(Class<?> type) {
        return type.isRecord() && type.getPackageName().startsWith("org.beffroi");
    }

    @SuppressWarnings("rawtypes") // As the library hands them out.
    private void mark(Class<?> type, Schema<?> schema, Map<String, Schema> defined) {
        var reference = schema.get$ref();
        var model = reference == null ? schema : defined.get(reference.replace(REF, ""));
        if (model == null || model.getProperties() == null) {
            return;
        }
        if (reference != null) {
            alone(reference.replace(REF, ""), type);
        }
        for (var component : type.getRecordComponents()) {
            mark(component, model);
        }
    }

    private void alone(String name, Class<?> type) {
        var other = named.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException(
                    "In the API's description %s and %s are both called %s: give one a @Schema(name = …)"
                            .formatted(other.getName(), type.getName(), name));
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // As the library hands them out.
    private static void mark(RecordComponent component, Schema model) {
        var name = component.getName();
        Map<String, Schema> properties = model.getProperties();
        var property = properties.get(name);
        if (property == null) {
            return;
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            properties.put(name, orNull(property));
        } else if (model.getRequired() == null || !model.getRequired().contains(name)) {
            model.addRequiredItem(name);
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // As the library hands them out.
    private static Schema orNull(Schema property) {
        if (property.getAnyOf() != null
                || (property.getTypes() != null && property.getTypes().contains(NULL))) {
            return property;
        }
        if (property.get$ref() != null || property.getEnum() != null) {
            var nothing = new JsonSchema();
            nothing.setTypes(Set.of(NULL));
            var either = new JsonSchema();
            either.setAnyOf(new ArrayList<>(List.of(property, nothing)));
            return either;
        }
        property.addType(NULL);
        return property;
    }
}
