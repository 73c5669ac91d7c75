package com.skytill.local.demonstration;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CatalogueTest {

    @Test
    void productsThenFortyOfTheirOwnCodes() {
        var codes = Stream.of(
                        Catalogue.dataProducts().stream(),
                        Catalogue.otherProducts().stream(),
                        Stream.of(Catalogue.marker()))
                .flatMap(products -> products.map(product -> product.get("product_code")))
                .toList();

        assertEquals(40, codes.size());
        assertEquals(40, codes.stream().distinct().count());
    }

    @Test
    void productsThenOfKnownGroupsTypesAndPolicies() {
        for (var product : Catalogue.dataProducts()) {
            assertTrue(Catalogue.GROUPS.contains(product.get("group")), product.toString());
            assertTrue(Catalogue.TYPES.contains(product.get("type")), product.toString());
            assertKnown(product, "limit", Catalogue.SPEED_LIMITS.stream());
            assertKnown(product, "boost", Catalogue.SPEED_BOOSTS.stream());
        }
    }

    @Test
    void vouchersThenOfHotspotProductsAndKnownByTheirComments() {
        var vouchers = Voucher.make(Size.WHOLE.vouchers());
        var sold = Catalogue.dataProducts().stream()
                .filter(product -> product.get("kind").equals("hotspot"))
                .map(product -> product.get("product_code"))
                .toList();

        vouchers.forEach(voucher -> assertTrue(sold.contains(voucher.product()), voucher.toString()));
        assertEquals(
                vouchers.size(),
                vouchers.stream().map(Voucher::comment).distinct().count());
    }

    @Test
    void ticketsThenACustomerHasOneOfASubject() {
        for (int customers : new int[] {40, 200, Size.WHOLE.customers()}) {
            var tickets = Ticket.make(Size.WHOLE.tickets(), customers);

            assertEquals(
                    tickets.size(),
                    tickets.stream()
                            .map(ticket -> ticket.customer() + ticket.subject())
                            .distinct()
                            .count());
        }
    }

    private static void assertKnown(Map<String, Object> product, String member, Stream<Map<String, Object>> policies) {
        var name = product.get(member);
        assertTrue(
                name == null || policies.anyMatch(policy -> policy.get("name").equals(name)), product.toString());
    }
}
