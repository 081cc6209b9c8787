package org.beffroi.correspondence.domain;

import org.beffroi.access.Viewer;
import org.beffroi.correspondence.Side;
import org.beffroi.declaration.Sheet;

/** Somebody who may read and write here, on which side, about which declaration. Only {@link Seats} gives one. */
public record Seat(Sheet declaration, Side side, Viewer viewer) {}
