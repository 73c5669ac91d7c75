package com.skytill.local.demonstration;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CustomerFileTest {

    private static final CustomerFile FILE = new CustomerFile(List.of(11L, 12L, 13L, 14L), List.of(21L, 22L, 23L));

    @Test
    void customersThenALineEachWithAllColumns() {
        var customers = Customers.make(300);

        var lines = FILE.of(customers).split("\r\n", -1);

        assertEquals(customers.size() + 2, lines.length);
        assertEquals("", lines[lines.length - 1]);
        int columns = lines[0].split(",", -1).length;
        for (int line = 1; line <= customers.size(); line++) {
            var values = lines[line].substring(1, lines[line].length() - 1).split("\",\"", -1);
            var customer = customers.get(line - 1);
            assertEquals(columns, values.length, lines[line]);
            assertEquals(customer.code(), values[6]);
            assertEquals(Long.toString(11 + customer.billingGroup()), values[7]);
            assertEquals(customer.customerGroup() < 0 ? "" : Long.toString(21 + customer.customerGroup()), values[8]);
        }
    }

    @Test
    void quotesThenDoubled() {
        var customer = Customers.make(1).getFirst();
        var quoted = new Customer(
                customer.code(),
                "company",
                customer.name(),
                "Karoo \"K\" Lodge",
                "",
                customer.phone(),
                customer.email(),
                0,
                -1,
                "eft",
                customer.address(),
                0,
                0,
                "active",
                "");

        assertTrue(FILE.of(List.of(quoted)).contains(",\"Karoo \"\"K\"\" Lodge\","));
    }

    @Test
    void partOfAllThenFitsIntoARequestOfTheUsualSize() {
        var text = FILE.of(Customers.make(Size.WHOLE.customers()));

        assertTrue(text.getBytes(StandardCharsets.UTF_8).length / 5 < 500_000);
    }
}
