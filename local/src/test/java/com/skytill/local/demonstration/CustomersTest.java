package com.skytill.local.demonstration;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CustomersTest {

    private static final List<Customer> ALL = Customers.make(Size.WHOLE.customers());

    @Test
    void madeTwiceThenTheSame() {
        assertEquals(ALL, Customers.make(Size.WHOLE.customers()));
    }

    @Test
    void fewerThenTheFirstOfAll() {
        assertEquals(ALL.subList(0, 40), Customers.make(new Size(0.02).customers()));
    }

    @Test
    void codesThenUniqueAndNoneThatIsGenerated() {
        assertUnique(Customer::code);
        ALL.forEach(customer -> assertTrue(customer.code().matches("[A-Z]{3}[0-9]{4}"), customer.code()));
    }

    @Test
    void phonesThenUniqueAlsoAmongLeads() {
        var leads = Lead.make(Size.WHOLE.leads());
        var phones = Stream.concat(
                        ALL.stream().map(Customer::phone), leads.stream().map(Lead::phone))
                .toList();

        assertEquals(ALL.size() + leads.size(), phones.stream().distinct().count());
        phones.forEach(phone -> assertTrue(phone.matches("\\+27 [78][0-9] 555 [0-9]{4}"), phone));
    }

    @Test
    void emailsThenUniqueAndOfNobody() {
        assertUnique(Customer::email);
        ALL.forEach(customer -> assertTrue(
                customer.email().matches("[a-z0-9.]+@([a-z0-9]+\\.example|example\\.(com|net|org))"),
                customer.email()));
    }

    @Test
    void companiesThenNamedAndPersonsNot() {
        assertTrue(ALL.stream().anyMatch(customer -> customer.kind().equals("company")));
        ALL.forEach(customer -> assertEquals(
                customer.kind().equals("company"), !customer.companyName().isEmpty(), customer.toString()));
    }

    @Test
    void statusesThenSomeSuspendedAndSomeCancelledForAReason() {
        long suspended = count("suspended");
        long cancelled = count("cancelled");

        assertTrue(suspended > 60 && suspended < 200, "" + suspended);
        assertTrue(cancelled > 40 && cancelled < 160, "" + cancelled);
        ALL.forEach(customer -> assertEquals(
                customer.status().equals("active"), customer.statusReason().isEmpty(), customer.toString()));
    }

    private static long count(String status) {
        return ALL.stream().filter(customer -> customer.status().equals(status)).count();
    }

    private static void assertUnique(Function<Customer, String> of) {
        assertEquals(ALL.size(), ALL.stream().map(of).distinct().count());
    }
}
