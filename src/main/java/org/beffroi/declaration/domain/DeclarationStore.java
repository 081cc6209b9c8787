package org.beffroi.declaration.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Author;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class DeclarationStore {
    private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};
    private static final String SELECT = """
            select d.id, d.year, d.number, d.world, d.channel, d.declared_at, d.received_at, d.account_id, d.versions,
                   exists (select 1 from declaration.verification c where c.declaration_id = d.id) as verified,
                   v.version, v.made_at, v.edition, v.answers, v.structure, t.taken_by_name, t.explanation,
                   case when v.made_as is not null then v.made_as
                        when v.version = 1 and d.channel = 'IMPORT' then 'IMPORT'
                        when v.version = 1 and d.channel in ('TELEPHONE', 'EMAIL', 'PAPER') then 'DESK'
                        when v.made_by is null then 'GUEST' else 'ACCOUNT' end as author
            from declaration.declaration d join declaration.version v on v.declaration_id = d.id
            left join declaration.transcription t on t.declaration_id = d.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeclarationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A declaration to be written. */
    record New(
            UUID id,
            int year,
            World world,
            String channel,
            Instant declaredAt,
            Instant receivedAt,
            String client,
            String idempotencyKey,
            String bodyHash,
            @Nullable UUID account,
            @Nullable String source,
            boolean verified,
            String edition,
            Answers answers,
            StructureSnapshot structure) {}

    /** What a key was used for. */
    record Earlier(UUID id, String bodyHash) {}

    /**
     * Declaration, first version and verification in one statement: a round trip saved counts for more here than anything else.
     *
     * @return the running number; empty when the key was already used
     */
    OptionalLong insert(New declaration) {
        return jdbc.sql("""
                        with d as (
                            insert into declaration.declaration (id, year, number, world, channel, declared_at, received_at, client,
                                idempotency_key, body_hash, account_id, structure_id, region, source)
                            values (:id, :year, nextval('declaration.number'), :world, :channel, :declared, :received, :client,
                                :key, :hash, :account, :structureId, :region, :source)
                            on conflict (client, idempotency_key) do nothing
                            returning id, number
                        ), v as (
                            insert into declaration.version (declaration_id, version, made_at, made_by, edition, answers, structure)
                            select id, 1, :received, :account, :edition, cast(:answers as jsonb), cast(:structure as jsonb) from d
                        ), c as (
                            insert into declaration.verification (declaration_id, verified_at, verified_by, how)
                            select id, :received, :account, 'AT_RECEPTION' from d where :verified
                        )
                        select number from d
                        """)
                .param("id", declaration.id())
                .param("year", declaration.year())
                .param("world", declaration.world().code())
                .param("channel", declaration.channel())
                .param("declared", Timestamp.from(declaration.declaredAt()))
                .param("received", Timestamp.from(declaration.receivedAt()))
                .param("client", declaration.client())
                .param("key", declaration.idempotencyKey())
                .param("hash", declaration.bodyHash())
                .param("account", declaration.account(), Types.OTHER)
                .param("structureId", declaration.structure().id(), Types.OTHER)
                .param("region", declaration.structure().region())
                .param("source", declaration.source())
                .param("verified", declaration.verified())
                .param("edition", declaration.edition())
                .param("answers", json.writeValueAsString(declaration.answers().byQuestion()))
                .param("structure", json.writeValueAsString(declaration.structure()))
                .query((row, index) -> OptionalLong.of(row.getLong(1)))
                .optional()
                .orElse(OptionalLong.empty());
    }

    Earlier byKey(String client, String key) {
        return jdbc.sql(
                        "select id, body_hash from declaration.declaration where client = :client and idempotency_key = :key")
                .param("client", client)
                .param("key", key)
                .query((row, number) -> new Earlier(row.getObject(1, UUID.class), row.getString(2)))
                .single();
    }

    /** Locks the declaration, so that two who add to it at once get two versions. */
    Optional<DeclarationRow> lock(UUID id) {
        jdbc.sql("select 1 from declaration.declaration where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return newest(id);
    }

    Optional<DeclarationRow> newest(UUID id) {
        return jdbc.sql(SELECT + "where d.id = :id and v.version = d.versions")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** The newest versions of these declarations, as far as the viewer may see them. */
    List<DeclarationRow> newest(List<UUID> ids, Viewer viewer) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var rights = rights(viewer);
        return jdbc.sql(SELECT + "where d.id in (:ids) and v.version = d.versions and " + rights.sql())
                .params(rights.parameters())
                .param("ids", ids)
                .query(this::row)
                .list();
    }

    /** The last version that the holder of the secret link may read. */
    Optional<DeclarationRow> newestByLink(UUID id) {
        return read(
                        "where d.id = :id and " + VersionStore.READABLE_BY_LINK + " order by v.version desc limit 1",
                        Map.of("id", id))
                .stream()
                .findFirst();
    }

    Optional<UUID> find(PublicReference reference, Viewer viewer) {
        var rights = rights(viewer);
        return jdbc.sql("select d.id from declaration.declaration d where d.number = :number and d.year = :year "
                        + "and starts_with(d.world, 'rehearsal-') = :rehearsal and " + rights.sql())
                .params(rights.parameters())
                .param("number", reference.number())
                .param("year", reference.year())
                .param("rehearsal", reference.rehearsal())
                .query(UUID.class)
                .optional();
    }

    /** What the viewer may see, the latest first. */
    List<DeclarationRow> latest(Viewer viewer, int limit, int offset) {
        var rights = rights(viewer);
        return jdbc.sql(SELECT + "where v.version = d.versions and d.world = 'national' and " + rights.sql()
                        + " order by d.declared_at desc, d.id limit :limit offset :offset")
                .params(rights.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(this::row)
                .list();
    }

    /** How many {@link #latest} would list. */
    long count(Viewer viewer) {
        var rights = rights(viewer);
        return jdbc.sql("select count(*) from declaration.declaration d where d.world = 'national' and " + rights.sql())
                .params(rights.parameters())
                .query(Long.class)
                .single();
    }

    /** @param where the rest of the statement, of this module's own making */
    List<DeclarationRow> read(String where, Map<String, ?> parameters) {
        return jdbc.sql(SELECT + where).params(parameters).query(this::row).list();
    }

    Optional<DeclarationRow> version(UUID id, int version) {
        return jdbc.sql(SELECT + "where d.id = :id and v.version = :version")
                .param("id", id)
                .param("version", version)
                .query(this::row)
                .optional();
    }

    /**
     * Who declared sees it too, until it is verified or the structure's own account adds to it: from then on it is the structure's, and
     * speaking for it is what opens it. Collections from elsewhere are the desk's alone: their regions are not those of an agency.
     */
    static Scope.Clause rights(Viewer viewer) {
        var scope = viewer.is(Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY) ? viewer.scope() : Scope.nothing();
        var clause = scope.on("d.region", "d.structure_id");
        var account = viewer.account();
        if (account == null || viewer.atTheDesk()) {
            return clause;
        }
        var parameters = new HashMap<>(clause.parameters());
        parameters.put("ownAccount", account);
        return new Scope.Clause("""
                (d.world = 'national' or starts_with(d.world, 'rehearsal-')) and (%s or (d.account_id = :ownAccount
                and not exists (select 1 from declaration.verification c where c.declaration_id = d.id) and %s))
                """.formatted(clause.sql(), VersionStore.NO_OTHER_ACCOUNT), parameters);
    }

    /** A version to be added to a declaration that is locked. */
    record Addition(
            UUID id,
            @Nullable UUID by,
            @Nullable Author as,
            Instant now,
            String edition,
            Answers answers,
            StructureSnapshot structure) {}

    /** @return the new version's number */
    int addVersion(Addition addition) {
        var version = jdbc.sql(
                        "update declaration.declaration set versions = versions + 1, structure_id = :structure, region = :region "
                                + "where id = :id returning versions")
                .param("id", addition.id())
                .param("structure", addition.structure().id(), Types.OTHER)
                .param("region", addition.structure().region())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into declaration.version (declaration_id, version, made_at, made_by, made_as, edition, answers, structure)
                        values (:id, :version, :now, :by, :as, :edition, cast(:answers as jsonb), cast(:structure as jsonb))
                        """)
                .param("id", addition.id())
                .param("version", version)
                .param("now", Timestamp.from(addition.now()))
                .param("by", addition.by(), Types.OTHER)
                .param("as", addition.as() == null ? null : addition.as().name())
                .param("edition", addition.edition())
                .param("answers", json.writeValueAsString(addition.answers().byQuestion()))
                .param("structure", json.writeValueAsString(addition.structure()))
                .update();
        return version;
    }

    /** @return false when it was verified before */
    boolean verify(UUID id, Instant now, @Nullable UUID by, String how) {
        return jdbc.sql("insert into declaration.verification values (:id, :now, :by, :how) on conflict do nothing")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .param("by", by, Types.OTHER)
                        .param("how", how)
                        .update()
                == 1;
    }

    private DeclarationRow row(ResultSet row, int index) throws SQLException {
        var world = new World(row.getString("world"));
        return new DeclarationRow(
                row.getObject("id", UUID.class),
                new PublicReference(row.getInt("year"), row.getLong("number"), world.isRehearsal()),
                world,
                row.getString("channel"),
                row.getTimestamp("declared_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("account_id", UUID.class),
                row.getInt("versions"),
                row.getBoolean("verified"),
                row.getString("edition"),
                row.getInt("version"),
                row.getTimestamp("made_at").toInstant(),
                new Answers(json.readValue(row.getString("answers"), ANSWERS)),
                json.readValue(row.getString("structure"), StructureSnapshot.class),
                Author.valueOf(row.getString("author")),
                row.getString("taken_by_name") == null
                        ? null
                        : new Sheet.Transcription(row.getString("taken_by_name"), row.getString("explanation")));
    }
}
