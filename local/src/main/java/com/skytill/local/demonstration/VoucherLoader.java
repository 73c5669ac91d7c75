package com.skytill.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds the hotspots, issues the vouchers that are sold there, and expires the lost ones. */
final class VoucherLoader {

    private final Calls calls;
    private final Map<String, Long> hotspots = new HashMap<>();
    private final Map<String, JsonNode> known = new HashMap<>();

    VoucherLoader(Calls calls) {
        this.calls = calls;
    }

    void loadHotspots() throws IOException, InterruptedException, DemonstrationFailure {
        hotspots.putAll(calls.known("get_available_hotspot_list", "nas_identifier", "hotspot_id"));
        for (var hotspot : Hotspot.ALL) {
            if (!hotspots.containsKey(hotspot.identifier())) {
                var added = calls.update("add_hotspot", hotspot.parameters(), hotspot.identifier());
                hotspots.put(
                        hotspot.identifier(),
                        added.path("hotspot").path("hotspot_id").asLong());
            }
        }
    }

    void loadVouchers(List<Voucher> vouchers) throws IOException, InterruptedException, DemonstrationFailure {
        for (var voucher : calls.list("get_hotspot_vouchers", Map.of())) {
            known.put(voucher.path("voucher_comment").asText(), voucher);
        }
        Parallel.each(vouchers, this::load);
    }

    private void load(Voucher voucher) throws IOException, InterruptedException, DemonstrationFailure {
        var there = known.get(voucher.comment());
        if (there == null) {
            there = calls.update("add_hotspot_voucher", parameters(voucher), voucher.comment())
                    .path("voucher");
        }
        boolean unused = there.path("status").asText().equals("unused");
        if (voucher.fate() == Voucher.Fate.LOST && unused) {
            calls.update(
                    "expire_hotspot_voucher",
                    Map.of("voucher_id", there.path("voucher_id").asLong(), "reason", "The slip was lost"),
                    voucher.comment());
        }
    }

    private Map<String, Object> parameters(Voucher voucher) {
        return Map.of(
                "product_id",
                voucher.product(),
                "voucher_comment",
                voucher.comment(),
                "hotspot_id",
                hotspots.get(Hotspot.ALL.get(voucher.hotspot()).identifier()));
    }
}
