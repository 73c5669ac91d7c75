package com.skytill.local.demonstration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the demonstration's WISP sells. */
final class Catalogue {

    /** Added last of all: where it is, the demonstration is complete. */
    static final String MARKER = "demo-callout";

    static final List<String> GROUPS = List.of("Home", "Business", "Hotspots", "Holiday houses", "Extras");
    static final List<String> TYPES =
            List.of("Fibre", "Wireless", "Hotspot", "Prepaid", "VoIP", "Hosting", "Hardware", "Service");

    static final List<Map<String, Object>> SPEED_LIMITS = List.of(
            Map.of("name", "Fair use, home", "window", "P7D", "tiers", "300GB:70%, 500GB:40%"),
            Map.of("name", "Fair use, business", "window", "P30D", "tiers", "2000GB:60%"),
            Map.of("name", "Heavy use of a cap", "window", "PT24H", "tiers", "25%:60%, 50%:30%"));

    static final List<Map<String, Object>> SPEED_BOOSTS = List.of(
            Map.of(
                    "name", "Night boost",
                    "schedule", "mon-sun 23:00-06:00",
                    "download_boost", "50%",
                    "upload_boost", "50%"),
            Map.of(
                    "name", "Weekend boost",
                    "schedule", "sat,sun 00:00-24:00; public_holidays 00:00-24:00",
                    "public_holidays", "2026-12-16, 2026-12-25, 2026-12-26, 2027-01-01, 2027-03-22, 2027-04-27",
                    "download_boost", "5120",
                    "applies_while_limited", true));

    // code | name | price | kind | down/up kbit/s | group | type | more
    private static final String DATA = """
            fibre-25       | Home Fibre 25             | 499.00  | account | 25600/25600    | Home           | Fibre    | limit=Fair use, home
            fibre-50       | Home Fibre 50             | 699.00  | account | 51200/51200    | Home           | Fibre    | limit=Fair use, home; boost=Night boost
            fibre-100      | Home Fibre 100            | 899.00  | account | 102400/102400  | Home           | Fibre    | limit=Fair use, home; boost=Night boost
            fibre-200      | Home Fibre 200            | 1199.00 | account | 204800/204800  | Home           | Fibre    |
            fibre-500      | Home Fibre 500            | 1599.00 | account | 512000/256000  | Home           | Fibre    |
            wireless-5     | Farm Wireless 5           | 349.00  | account | 5120/1024      | Home           | Wireless | boost=Weekend boost
            wireless-10    | Farm Wireless 10          | 499.00  | account | 10240/2048     | Home           | Wireless | limit=Fair use, home; boost=Weekend boost
            wireless-20    | Farm Wireless 20          | 749.00  | account | 20480/5120     | Home           | Wireless | limit=Fair use, home
            wireless-50    | Farm Wireless 50          | 1149.00 | account | 51200/10240    | Home           | Wireless |
            capped-20      | Capped Wireless 20 GB     | 199.00  | account | 10240/2048     | Home           | Wireless | data_cap=20 GB; rollover_months=1
            capped-50      | Capped Wireless 50 GB     | 299.00  | account | 10240/2048     | Home           | Wireless | data_cap=50 GB; capped_download_kbps=1024; capped_upload_kbps=512; rollover_months=1; add_overusage_on_topup=true
            capped-100     | Capped Wireless 100 GB    | 449.00  | account | 20480/5120     | Home           | Wireless | data_cap=100 GB; capped_download_kbps=2048; capped_upload_kbps=1024; limit=Heavy use of a cap
            business-50    | Business Fibre 50         | 1299.00 | account | 51200/51200    | Business       | Fibre    | limit=Fair use, business
            business-100   | Business Fibre 100        | 1899.00 | account | 102400/102400  | Business       | Fibre    | limit=Fair use, business
            business-500   | Business Fibre 500        | 3999.00 | account | 512000/512000  | Business       | Fibre    |
            business-air   | Business Wireless 50      | 1999.00 | account | 51200/51200    | Business       | Wireless | limit=Fair use, business; boost=Night boost
            hotspot-1h     | Hotspot 1 hour            | 10.00   | hotspot | 5120/2048      | Hotspots       | Hotspot  | time_quota=PT1H; validity=P1D; max_devices=1
            hotspot-day    | Hotspot day pass          | 25.00   | hotspot | 10240/2048     | Hotspots       | Hotspot  | data_cap=2 GB; validity=P1D; max_devices=1
            hotspot-1gb    | Hotspot 1 GB              | 19.00   | hotspot | 10240/2048     | Hotspots       | Hotspot  | data_cap=1 GB; validity=P30D; max_devices=1
            hotspot-5gb    | Hotspot 5 GB              | 69.00   | hotspot | 10240/2048     | Hotspots       | Hotspot  | data_cap=5 GB; validity=P30D; max_devices=2
            hotspot-20gb   | Hotspot 20 GB             | 199.00  | hotspot | 20480/5120     | Hotspots       | Hotspot  | data_cap=20 GB; validity=P60D; max_devices=3
            hotspot-week   | Holiday week, unlimited   | 149.00  | hotspot | 10240/2048     | Holiday houses | Hotspot  | validity=P7D; max_devices=4
            hotspot-guest  | Guest house, 10 hours     | 59.00   | hotspot | 10240/5120     | Holiday houses | Hotspot  | time_quota=PT10H; validity=P7D; validity_starts=issue; max_devices=2
            prepaid-10gb   | Prepaid 10 GB             | 99.00   | prepaid | 10240/2048     | Home           | Prepaid  | data_cap=10 GB; validity=P30D
            prepaid-30gb   | Prepaid 30 GB             | 229.00  | prepaid | 10240/2048     | Home           | Prepaid  | data_cap=30 GB; validity=P30D
            prepaid-100gb  | Prepaid 100 GB            | 549.00  | prepaid | 20480/5120     | Home           | Prepaid  | data_cap=100 GB; validity=P60D; capped_download_kbps=1024; capped_upload_kbps=512
            prepaid-month  | Prepaid month, unlimited  | 649.00  | prepaid | 20480/5120     | Home           | Prepaid  | validity=P30D
            prepaid-days   | Weekend house, 3 days     | 79.00   | prepaid | 20480/5120     | Holiday houses | Prepaid  | validity=P3D; boost=Weekend boost
            """;

    // code | name | price | billing period | group | type
    private static final String OTHER = """
            voip-line      | VoIP line                       | 89.00   | monthly | Extras   | VoIP
            voip-office    | VoIP office, 5 extensions       | 449.00  | monthly | Business | VoIP
            static-ip      | Static IPv4 address             | 75.00   | monthly | Extras   | Service
            mail-10        | Mail for a domain, 10 boxes     | 99.00   | monthly | Business | Hosting
            web-hosting    | Web hosting                     | 129.00  | monthly | Business | Hosting
            domain-co-za   | Domain .co.za                   | 149.00  | yearly  | Extras   | Hosting
            sla-4h         | Help within 4 hours             | 399.00  | monthly | Business | Service
            router-rental  | Router rental                   | 49.00   | monthly | Extras   | Hardware
            router-ac      | Dual-band router                | 1249.00 | once    | Extras   | Hardware
            antenna-5ghz   | Antenna 5 GHz with bracket      | 1899.00 | once    | Extras   | Hardware
            install-home   | Installation at a house         | 1500.00 | once    | Home     | Service
            """;

    private Catalogue() {}

    /** A product's parameters; group, type, limit and boost are names yet. */
    static List<Map<String, Object>> dataProducts() {
        return rows(DATA).map(Catalogue::dataProduct).toList();
    }

    /** The same of what gives no network access, without the marker. */
    static List<Map<String, Object>> otherProducts() {
        return rows(OTHER).map(Catalogue::otherProduct).toList();
    }

    static Map<String, Object> marker() {
        return otherProduct(List.of(MARKER, "Call-out", "450.00", "once", "Extras", "Service"));
    }

    private static Stream<List<String>> rows(String table) {
        return table.lines()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
    }

    private static Map<String, Object> dataProduct(List<String> row) {
        var product = product(row, 5);
        var speeds = row.get(4).split("/", -1);
        product.put("kind", row.get(3));
        product.put("download_kbps", Integer.valueOf(speeds[0]));
        product.put("upload_kbps", Integer.valueOf(speeds[1]));
        for (var term : row.get(7).split("; ", -1)) {
            int equals = term.indexOf('=');
            if (equals > 0) {
                product.put(term.substring(0, equals), value(term.substring(equals + 1)));
            }
        }
        return product;
    }

    private static Map<String, Object> otherProduct(List<String> row) {
        var product = product(row, 4);
        product.put("billing_period", row.get(3));
        return product;
    }

    private static Map<String, Object> product(List<String> row, int groupColumn) {
        var product = new LinkedHashMap<String, Object>();
        product.put("product_code", row.get(0));
        product.put("name", row.get(1));
        product.put("price", row.get(2));
        product.put("group", row.get(groupColumn));
        product.put("type", row.get(groupColumn + 1));
        return product;
    }

    private static Object value(String text) {
        if (text.matches("[0-9]+")) {
            return Integer.valueOf(text);
        }
        return text.equals("true") ? true : text;
    }
}
