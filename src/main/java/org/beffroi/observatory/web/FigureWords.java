package org.beffroi.observatory.web;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.beffroi.observatory.domain.Growth;
import org.beffroi.observatory.domain.RunningTotal;
import org.beffroi.observatory.domain.Share;
import org.beffroi.observatory.domain.Worlds;
import org.beffroi.shared.ReadableTime;
import org.beffroi.shared.World;
import org.beffroi.taxonomy.Taxonomy;
import org.beffroi.taxonomy.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Numbers, dates and labels in one reader's language. */
public final class FigureWords {
    private static final char MINUS = '\u2212';

    private final MessageSource texts;
    private final Taxonomy taxonomy;
    private final Locale locale;

    /** @param locale English without a country is written as in Europe, the day before the month */
    public FigureWords(MessageSource texts, Taxonomy taxonomy, Locale locale) {
        this.texts = texts;
        this.taxonomy = taxonomy;
        this.locale = locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }

    public String text(String key, Object... arguments) {
        return Objects.requireNonNull(texts.getMessage("observatory." + key, arguments, "observatory." + key, locale));
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** With one decimal: «43,1 %». */
    public String percent(double percent) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(percent / 100);
    }

    public String points(double points) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return text("points", sign(points) + format.format(Math.abs(points)), Math.abs(points));
    }

    /** «18,6 % des 354 incidents traités». */
    public String share(Share share) {
        return text("share", percent(share.percent()), base(share.of(), share.denominator()));
    }

    /** «66 des 354 incidents traités». */
    public String parts(Share share) {
        return text("share", number(share.numerator()), base(share.of(), share.denominator()));
    }

    public String base(String key, long count) {
        return text("base." + key, count);
    }

    public String growth(Growth growth, int year) {
        var reason = growth.reason();
        if (reason != null) {
            return text("growth." + reason.name(), String.valueOf(year - 1));
        }
        var percent = Objects.requireNonNull(growth.percent());
        var key = growth.samePeriod() ? "growth.same-period" : "growth";
        var before = number(Objects.requireNonNull(growth.before()));
        return text(key, sign(percent) + percent(Math.abs(percent)), String.valueOf(year - 1), before);
    }

    private static String sign(double value) {
        return value < 0 ? String.valueOf(MINUS) : value > 0 ? "+" : "";
    }

    /** What is known of a world; empty for one that only its importer knows. */
    Optional<Term> world(World world) {
        return new Worlds(taxonomy).term(world);
    }

    String label(Term term) {
        return term.label(locale);
    }

    boolean isFrench() {
        return locale.getLanguage().equals("fr");
    }

    /** «480 to 484 incidents declared», or that there is none. */
    public String range(RunningTotal total) {
        return total.none() ? text("range.none") : text("range", number(total.atLeast()), number(total.atMost()));
    }

    public String label(String breakdown, @Nullable String vocabulary, String code) {
        if (breakdown.equals("month")) {
            return Month.of(Integer.parseInt(code)).getDisplayName(TextStyle.FULL_STANDALONE, locale);
        }
        return vocabulary != null && taxonomy.vocabulary(vocabulary).has(code)
                ? taxonomy.label(vocabulary, code, locale)
                : text("code." + code);
    }

    public String shortMonth(String code) {
        return Month.of(Integer.parseInt(code)).getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    String hour(ZonedDateTime time) {
        return ReadableTime.in(locale).hour(time);
    }

    public String date(LocalDate day) {
        return ReadableTime.in(locale).longDay(day);
    }
}
