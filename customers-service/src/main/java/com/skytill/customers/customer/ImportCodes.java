package com.skytill.customers.customer;

import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Gives the customers of a file their accounting codes, in the order of its lines. */
@Singleton
final class ImportCodes {

    private final ImportStore store;

    ImportCodes(ImportStore store) {
        this.store = store;
    }

    /** The same rows, each with a code: its own or the next of its prefix. */
    Uni<List<ImportRow>> give(List<ImportRow> rows) {
        var chosen = rows.stream()
                .map(row -> row.customer().accountingCode())
                .filter(Objects::nonNull)
                .map(code -> code.toLowerCase(Locale.ROOT))
                .toList();
        return store.nextCodes(wanted(rows), chosen).map(codes -> coded(rows, codes));
    }

    /** How many codes of each prefix; none of one that is only to be held, because a chosen code has it. */
    private static Map<String, Integer> wanted(List<ImportRow> rows) {
        var wanted = new TreeMap<String, Integer>();
        for (var row : rows) {
            var customer = row.customer();
            if (customer.accountingCode() == null) {
                wanted.merge(customer.accountingPrefix(), 1, Integer::sum);
            } else {
                AccountingPrefix.ofCode(customer.accountingCode())
                        .ifPresent(prefix -> wanted.merge(prefix, 0, Integer::sum));
            }
        }
        return wanted;
    }

    private static List<ImportRow> coded(List<ImportRow> rows, List<String> codes) {
        var byPrefix = new HashMap<String, Deque<String>>();
        for (var code : codes) {
            byPrefix.computeIfAbsent(AccountingPrefix.ofCode(code).orElseThrow(), ignored -> new ArrayDeque<>())
                    .add(code);
        }
        var coded = new ArrayList<ImportRow>();
        for (var row : rows) {
            coded.add(
                    row.customer().accountingCode() == null
                            ? row.coded(byPrefix.get(row.customer().accountingPrefix())
                                    .remove())
                            : row);
        }
        return coded;
    }
}
