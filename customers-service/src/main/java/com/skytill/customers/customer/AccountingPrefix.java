package com.skytill.customers.customer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The three letters that a customer's accounting code begins with (domain: customers). */
final class AccountingPrefix {

    private static final int LETTERS = 3;
    private static final Pattern OF_CODE = Pattern.compile("([A-Z]{3})[0-9]{3,}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s.,&/+]+");

    private static final Set<String> TITLES = Set.of(
            "MR",
            "MRS",
            "MS",
            "MISS",
            "MX",
            "MNR",
            "MEV",
            "MEJ",
            "DR",
            "DOCTOR",
            "PROF",
            "PROFESSOR",
            "ADV",
            "ADVOCATE",
            "REV",
            "REVEREND",
            "PASTOR",
            "HON",
            "SIR",
            "DAME",
            "LADY",
            "LORD",
            "CAPT",
            "LT",
            "SGT");
    private static final Set<String> BETWEEN_TITLES = Set.of("AND", "EN");

    /** Where a surname of several words begins: {@code van der Merwe}. */
    private static final Set<String> SURNAME_BEGINS = Set.of(
            "VAN", "VON", "VER", "DER", "DEN", "DE", "DU", "DA", "DAS", "DOS", "DI", "DEL", "LA", "LE", "TEN", "TER",
            "JANSE");

    private AccountingPrefix() {}

    /** An individual's: of the first name, filled up with the surname, then with X. */
    static String ofIndividual(String name) {
        var words = withoutTitles(words(name));
        return words.isEmpty() ? cut("") : cut(words.getFirst() + surname(words));
    }

    /** A company's: of its name's letters, filled up with X. */
    static String ofCompany(String companyName) {
        return cut(String.join("", withoutTitles(words(companyName))));
    }

    /** The prefix of a code that has the form of a generated one, in whatever case. */
    static Optional<String> ofCode(String accountingCode) {
        var form = OF_CODE.matcher(accountingCode.toUpperCase(Locale.ROOT));
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    private static String cut(String letters) {
        return (letters + "X".repeat(LETTERS)).substring(0, LETTERS);
    }

    private static List<String> words(String name) {
        return Arrays.stream(BETWEEN_WORDS.split(name))
                .map(AccountingPrefix::letters)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A name that is all titles is a name after all. */
    private static List<String> withoutTitles(List<String> words) {
        int first = 0;
        while (first < words.size() && (TITLES.contains(words.get(first)) || isBetweenTitles(words, first))) {
            first++;
        }
        return first == words.size() ? words : words.subList(first, words.size());
    }

    private static boolean isBetweenTitles(List<String> words, int index) {
        return index > 0
                && index + 1 < words.size()
                && BETWEEN_TITLES.contains(words.get(index))
                && TITLES.contains(words.get(index + 1));
    }

    private static String surname(List<String> words) {
        for (int i = 1; i < words.size() - 1; i++) {
            if (SURNAME_BEGINS.contains(words.get(i))) {
                return String.join("", words.subList(i, words.size()));
            }
        }
        return words.size() > 1 ? words.getLast() : "";
    }

    /** The letters A to Z of a word, accents folded, everything else left out. */
    private static String letters(String word) {
        var folded = new ArrayList<String>();
        Normalizer.normalize(word, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .forEach(letter -> folded.add(fold(letter)));
        return String.join("", folded);
    }

    /** Letters that Unicode does not take apart are folded as they are usually transcribed. */
    private static String fold(int letter) {
        return switch (letter) {
            case 'Æ' -> "AE";
            case 'Œ' -> "OE";
            case 'Ø' -> "O";
            case 'Þ' -> "TH";
            case 'Ð', 'Đ' -> "D";
            case 'Ł' -> "L";
            case 'Ħ' -> "H";
            default -> letter >= 'A' && letter <= 'Z' ? Character.toString(letter) : "";
        };
    }
}
