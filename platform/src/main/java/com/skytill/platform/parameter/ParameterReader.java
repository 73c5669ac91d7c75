package com.skytill.platform.parameter;

import com.skytill.platform.list.PageRequest;
import com.skytill.platform.problem.NearestName;
import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads an operation's parameters, and describes them by the same lines: one place says a parameter's name, meaning, limits
 * and whether it is mandatory. A faulty value reads as null and is noted; {@link #finish} tells all faults at once.
 */
public final class ParameterReader {

    private final RawParameters raw;
    private final Map<String, ParameterDescription> described = new LinkedHashMap<>();
    private final List<ParameterFault> faults = new ArrayList<>();
    private final boolean describing;

    private ParameterReader(RawParameters raw, boolean describing) {
        this.raw = raw;
        this.describing = describing;
    }

    /** Reads a request's parameters. */
    public static ParameterReader reading(RawParameters raw) {
        return new ParameterReader(raw, false);
    }

    /** What an operation reads, learnt by letting it read nothing. */
    public static List<ParameterDescription> describe(Consumer<ParameterReader> operation) {
        var reader = new ParameterReader(new RawParameters(), true);
        operation.accept(reader);
        return List.copyOf(reader.described.values());
    }

    /** A text of one line. */
    public TextParameter text(String name, String text) {
        return new TextParameter(this, name, text, raw -> Texts.clean(raw, false));
    }

    /** A text that may have several lines. */
    public TextParameter lines(String name, String text) {
        return new TextParameter(this, name, text, raw -> Texts.clean(raw, true));
    }

    /** A text file's content as it is: its blank lines count, so that an error can name a line. */
    public TextParameter file(String name, String text) {
        return new TextParameter(this, name, text, Texts::whole);
    }

    /** A phone number as people write it. */
    public Parameter<String> phone(String name, String text) {
        return text(name, text)
                .matching(Contacts.PHONE, "must be a phone number, like +27 21 555 0100")
                .which(Contacts::hasDigitsOfANumber, "must have 6 to 15 digits")
                .example("+27 21 555 0100");
    }

    /** An e-mail address of the usual form (RFC 5321 §4.1.2 without quoted local parts and address literals). */
    public Parameter<String> email(String name, String text) {
        return text(name, text)
                .max(254)
                .matching(Contacts.EMAIL, "must be an e-mail address")
                .keyword("format", "email")
                .example("thandi@example.com");
    }

    /** Degrees north of the equator (WGS 84). */
    public NumberParameter<Double> latitude(String name, String text) {
        return decimal(name, text).between(-90.0, 90.0).like("-33.9249");
    }

    /** Degrees east of Greenwich (WGS 84). */
    public NumberParameter<Double> longitude(String name, String text) {
        return decimal(name, text).between(-180.0, 180.0).like("18.4241");
    }

    /** An entity's ID: a positive integer. */
    public NumberParameter<Long> id(String name, String text) {
        return wholeNumber(name, text).between(1L, 999_999_999_999_999_999L).like("17");
    }

    /** An integer of 64 bits. */
    public NumberParameter<Long> wholeNumber(String name, String text) {
        var parameter = new NumberParameter<>(this, name, text, Values::wholeNumber);
        parameter.keyword("type", "integer").keyword("format", "int64");
        return parameter;
    }

    /** An integer of 32 bits. */
    public NumberParameter<Integer> number(String name, String text) {
        var parameter = new NumberParameter<>(this, name, text, Values::smallNumber);
        parameter.keyword("type", "integer").keyword("format", "int32");
        return parameter;
    }

    /** A decimal number that is no money, such as a latitude. */
    public NumberParameter<Double> decimal(String name, String text) {
        var parameter = new NumberParameter<>(this, name, text, Values::decimal);
        parameter.keyword("type", "number");
        return parameter;
    }

    /** An amount in the WISP's currency, VAT included, of two decimals. */
    public NumberParameter<BigDecimal> money(String name, String text) {
        var parameter = new NumberParameter<>(this, name, text, Values::money);
        parameter.keyword("type", "string").keyword("format", "decimal");
        return parameter.like("99.00");
    }

    /** A size of data in bytes, more than nothing; see {@code domain.md}, sizes. */
    public NumberParameter<Long> size(String name, String text) {
        var parameter = new NumberParameter<>(this, name, text, Sizes::parse);
        parameter.addRule(bytes -> bytes > 0, "must be more than 0 bytes");
        parameter.keyword("type", "string").keyword("format", "bytes");
        return parameter.like("10GB");
    }

    /** A speed in kbit/s; 0 means zero, not unlimited. */
    public NumberParameter<Integer> speedKbps(String name, String text) {
        return number(name, text).between(0, 100_000_000).like("10240");
    }

    /** An ISO 8601 duration, longer than nothing and at most a hundred years. */
    public Parameter<Duration> duration(String name, String text) {
        return new Parameter<>(this, name, text, Values::duration)
                .which(value -> value.compareTo(Duration.ofDays(36_525)) <= 0, "must be at most P36525D")
                .keyword("type", "string")
                .keyword("format", "duration")
                .example("P30D");
    }

    /** An RFC 3339 instant. */
    public Parameter<Instant> instant(String name, String text) {
        return new Parameter<>(this, name, text, Values::instant)
                .keyword("type", "string")
                .keyword("format", "date-time")
                .example("2026-01-31T08:00:00Z");
    }

    /** {@code true} or {@code false}. */
    public Parameter<Boolean> flag(String name, String text) {
        return new Parameter<>(this, name, text, Values::flag)
                .keyword("type", "boolean")
                .example("true");
    }

    /** One of an enum's constants, in lower case. */
    public <E extends Enum<E>> Parameter<E> choice(String name, String text, Class<E> type) {
        return new Parameter<>(this, name, text, value -> Choices.parse(type, value))
                .keyword("type", "string")
                .keyword("enum", Choices.codes(type))
                .example(Choices.codes(type).getFirst());
    }

    /** Which part of a list: {@code limit} and {@code after}. */
    public PageRequest page() {
        Integer limit =
                number("limit", "How many items at the most").between(1, 500).orElse(50);
        String after = text("after", "Where to go on: the next of the answer before")
                .max(200)
                .which(PageRequest::isCursor, "must be the next of an earlier answer, unchanged")
                .optional();
        return new PageRequest(limit, after);
    }

    /** Whether the request has a value for it, right or wrong; for rules between parameters. */
    public boolean given(String name) {
        return raw.find(name).isPresent();
    }

    /** Notes a fault that only the operation can see, such as one parameter that excludes another. */
    public void refuse(String parameter, String message) {
        if (!describing) {
            faults.add(new ParameterFault(parameter, ProblemCode.INVALID_PARAMETER, message));
        }
    }

    /** Notes a fault when only one of two parameters that belong together is given. */
    public void bothOrNeither(String one, String other) {
        if (given(one) != given(other)) {
            refuse(given(one) ? other : one, "is mandatory with " + (given(one) ? one : other));
        }
    }

    /** Fails with everything that is wrong with the request, unknown and doubled parameters included. */
    public void finish() {
        var valid = new LinkedHashSet<>(described.keySet());
        valid.addAll(raw.takenNames());
        for (var name : raw.names()) {
            if (!described.containsKey(name)) {
                var hint = NearestName.of(name, valid)
                        .map(nearest -> "is unknown; did you mean " + nearest + "?")
                        .orElse("is unknown");
                faults.add(new ParameterFault(shown(name), ProblemCode.UNKNOWN_PARAMETER, hint));
            }
        }
        faults.addAll(raw.duplicates());
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(faults));
        }
    }

    <T> T read(ParameterDescription description, Function<String, T> parse) {
        described.put(description.name(), description);
        if (describing) {
            // Whether an instant is taken depends on the day.
            if (!"date-time".equals(description.schema().get("format"))) {
                description.example().ifPresent(example -> requireGood(description, example, parse));
            }
            return null;
        }
        if (description.secret()) {
            raw.markSecret(description.name());
        }
        var value = raw.find(description.name());
        if (value.isEmpty()) {
            if (description.mandatory()) {
                note(description, ProblemCode.MISSING_PARAMETER, "is mandatory");
            }
            return null;
        }
        try {
            return parse.apply(value.get());
        } catch (MalformedValue malformed) {
            note(description, ProblemCode.INVALID_PARAMETER, malformed.getMessage());
            return null;
        }
    }

    /** An example that would be refused is a mistake of ours. */
    private static <T> void requireGood(ParameterDescription description, String example, Function<String, T> parse) {
        try {
            var unused = parse.apply(example);
        } catch (MalformedValue malformed) {
            throw new IllegalStateException("The example of " + description.name() + " " + malformed.getMessage());
        }
    }

    private void note(ParameterDescription description, ProblemCode code, String message) {
        faults.add(new ParameterFault(description.name(), code, message));
    }

    /** Names are echoed, so one that is too long or not printable is shortened first. */
    private static String shown(String name) {
        var printable = name.replaceAll("[^\\x20-\\x7E]", "?");
        return printable.length() <= 60 ? printable : printable.substring(0, 60) + "…";
    }
}
