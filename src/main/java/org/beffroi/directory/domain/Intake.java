package org.beffroi.directory.domain;

import java.util.List;
import org.beffroi.directory.Position;

/** Where a file's content goes, as it is read. Lines count from 1. */
interface Intake {
    /** @param entry its region may be missing: it follows from the department */
    void entry(long line, Entry entry);

    /** Coordinates that come apart from their structure. */
    void position(long line, String finess, Position position);

    /** @param members keys of the FINESS flows */
    void hospitalGroup(String code, String name, List<String> members);

    void refuse(Rejection rejection);
}
