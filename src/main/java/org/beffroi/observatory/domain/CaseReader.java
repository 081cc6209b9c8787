package org.beffroi.observatory.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.beffroi.journal.Journal;
import org.beffroi.shared.Paris;
import org.beffroi.shared.World;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a world's facts once through, without holding them. */
@Service
class CaseReader {
    private final Journal journal;
    private final ReleaseStore releases;

    CaseReader(Journal journal, ReleaseStore releases) {
        this.journal = journal;
        this.releases = releases;
    }

    /** What had been recorded before that instant. */
    @Transactional(readOnly = true)
    Known before(Instant knownAt, World world) {
        var book = new CaseBook();
        journal.eachKnownAt(last(knownAt), world, CaseBook.TYPES, book);
        return book.known();
    }

    /** What the public has been told until the start of that day, which is the first of a month. */
    @Transactional
    PublicRecord told(LocalDate day, World world, YearMaker maker) {
        var recorder = new PublicRecorder(world, maker, releases.until(day, world));
        journal.eachKnownAt(last(Paris.startOf(day)), world, CaseBook.TYPES, recorder);
        return releases.keep(day, world, recorder.record(day));
    }

    long lastPosition(Instant knownAt, World world) {
        return journal.lastPosition(last(knownAt), world);
    }

    /** The journal's bound is included, ours is not; its clock ticks in microseconds. */
    private static Instant last(Instant knownAt) {
        return knownAt.minus(1, ChronoUnit.MICROS);
    }
}
