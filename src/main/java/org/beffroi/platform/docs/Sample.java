package org.beffroi.platform.docs;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Fills a record with something in every field, so that what it makes of its fields can be looked at. Nothing of it is ever kept. */
final class Sample {
    /** Fits a code, a world, and a name. */
    static final String TEXT = "x";

    private Sample() {}

    static <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic);
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            return filled(plain);
        }
        return plain.isEnum() ? plain.getEnumConstants()[0] : simple(plain);
    }

    private static Object collection(ParameterizedType type) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == Map.class) {
            return Map.of(value(arguments[0]), value(arguments[1]));
        }
        return type.getRawType() == Set.class ? Set.of(value(arguments[0])) : List.of(value(arguments[0]));
    }

    private static Object simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> TEXT;
            case "UUID" -> new UUID(0, 1);
            case "Instant" -> Instant.EPOCH;
            case "LocalDate" -> LocalDate.EPOCH;
            case "boolean", "Boolean" -> true;
            case "int", "Integer" -> 2026;
            case "long", "Long" -> 2026L;
            case "double", "Double" -> 1.0;
            default ->
                throw new IllegalStateException("no sample of " + type.getName() + ": say here what stands for it");
        };
    }

    private static Object filled(Class<?> type) {
        var components = type.getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> value(component.getGenericType()))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type.getName(), e);
        }
    }
}
