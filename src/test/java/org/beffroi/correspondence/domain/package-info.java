@NullMarked
package org.beffroi.correspondence.domain;

import org.jspecify.annotations.NullMarked;
