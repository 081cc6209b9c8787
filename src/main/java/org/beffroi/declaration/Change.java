package org.beffroi.declaration;

import java.util.List;

/**
 * One answer that differs between two versions.
 *
 * @param question key; its label is the message {@code declaration.question.<key>}
 * @param before as {@link Sheet.Line#values}; empty: it was not answered
 * @param after empty: the answer was taken back
 */
public record Change(String question, List<String> before, List<String> after) {}
