package org.beffroi.directory.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.beffroi.directory.Contact;
import org.beffroi.directory.ContactBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contacts that are kept. */
@Service
class ContactRegister implements ContactBook {
    private final JdbcClient jdbc;
    private final Clock clock;

    ContactRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Contact> of(UUID structure) {
        return jdbc.sql("""
                        select kind, value, label, out_of_band, from_register from directory.contact
                        where structure = :structure order by out_of_band desc, from_register, kind desc, value
                        """)
                .param("structure", structure)
                .query((row, number) -> new Contact(
                        Contact.Kind.valueOf(row.getString("kind")),
                        row.getString("value"),
                        row.getString("label"),
                        row.getBoolean("out_of_band"),
                        row.getBoolean("from_register")))
                .list();
    }

    @Override
    @Transactional
    public void keep(UUID structure, Contact contact) {
        jdbc.sql("""
                        insert into directory.contact
                            (id, structure, kind, value, label, out_of_band, from_register, changed_at)
                        values (:id, :structure, :kind, :value, :label, :outOfBand, :fromRegister, :now)
                        on conflict (structure, kind, value) do update set
                            label = excluded.label, out_of_band = excluded.out_of_band,
                            from_register = excluded.from_register, changed_at = excluded.changed_at
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("structure", structure)
                .param("kind", contact.kind().name())
                .param("value", contact.value())
                .param("label", contact.label())
                .param("outOfBand", contact.outOfBand())
                .param("fromRegister", contact.fromRegister())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    @Transactional
    public void drop(UUID structure, Contact.Kind kind, String value) {
        jdbc.sql("""
                        delete from directory.contact
                        where structure = :structure and kind = :kind and value = :value and not from_register
                        """)
                .param("structure", structure)
                .param("kind", kind.name())
                .param("value", value)
                .update();
    }
}
