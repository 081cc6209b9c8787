package org.beffroi.observatory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beffroi.observatory.web.Chart.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When there is something to draw. */
class ChartTest {
    private static Row month(@Nullable String n, double size) {
        return new Row("01", "January", n, null, size, "");
    }

    private static Chart months(boolean suppressed, Row... rows) {
        return new Chart("month", "Per month", "Month", "By day", "", "Total", suppressed, List.of(rows));
    }

    @Test
    void isSilentWhereEachMonthIsHiddenOrEmpty() {
        assertThat(months(true, month(null, 0), month("0", 0)).silent()).isTrue();
        assertThat(months(true, month(null, 0), month("7", 100)).silent()).isFalse();
        assertThat(months(false, month("0", 0)).silent()).isFalse();
    }
}
