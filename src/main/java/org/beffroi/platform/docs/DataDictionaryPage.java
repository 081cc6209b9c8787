package org.beffroi.platform.docs;

import java.util.List;
import java.util.stream.Collectors;
import org.beffroi.shared.GeneratedPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every table and column, by what the migrations say of it. */
@Component
class DataDictionaryPage implements GeneratedPage {
    /** Of the modules' schemas, all tables but the migrations' own history. Others may share an outer database with us. */
    private static final String COLUMNS = """
            select n.nspname as schema, obj_description(n.oid, 'pg_namespace') as schema_comment,
                c.relname as table_name, obj_description(c.oid, 'pg_class') as table_comment,
                a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
                col_description(c.oid, a.attnum) as column_comment
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in (:modules) and c.relname <> 'flyway_schema_history'
            order by n.nspname collate "C", c.relname collate "C", a.attnum
            """;

    private final JdbcClient jdbc;

    DataDictionaryPage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Column(
            String schema,
            @Nullable String schemaComment,
            String tableName,
            @Nullable String tableComment,
            String columnName,
            String type,
            boolean required,
            @Nullable String columnComment) {
        String table() {
            return schema + "." + tableName;
        }
    }

    @Override
    public String name() {
        return "data-dictionary";
    }

    @Override
    public String text() {
        var columns = jdbc.sql(COLUMNS)
                .param("modules", ModulesPage.modules().keySet())
                .query(Column.class)
                .list();
        refuseWithoutComment(columns);
        var page = new StringBuilder("""
                # Data dictionary

                Tables and columns as the migrations leave them; a test of this page fails when one of ours is not explained. A schema belongs to
                the module of the same name, and only that module reads or writes it.
                """);
        var schema = "";
        var table = "";
        for (var column : columns) {
            if (!column.schema().equals(schema)) {
                schema = column.schema();
                page.append("\n## %s\n\n%s.\n".formatted(schema, column.schemaComment()));
            }
            if (!column.table().equals(table)) {
                table = column.table();
                page.append("\n### %s\n\n%s.\n".formatted(table, column.tableComment()))
                        .append(GeneratedPage.head("column", "type", "", "what it is"));
            }
            page.append(row(column));
        }
        return page.toString();
    }

    private static String row(Column column) {
        return GeneratedPage.row(
                "`" + column.columnName() + "`",
                column.type(),
                column.required() ? "required" : "",
                String.valueOf(column.columnComment()));
    }

    private static void refuseWithoutComment(List<Column> columns) {
        var silent = columns.stream()
                .filter(column -> column.schemaComment() == null
                        || column.tableComment() == null
                        || column.columnComment() == null)
                .map(column -> column.table() + "." + column.columnName())
                .collect(Collectors.joining(", "));
        if (!silent.isEmpty()) {
            throw new IllegalStateException(
                    "no COMMENT ON the schema, the table or the column of " + silent + ": add it to the migration");
        }
    }
}
