package com.skytill.local.demonstration;

import java.util.List;

/**
 * A town where the demonstration's WISP has a tower.
 *
 * @param latitude degrees north of the equator
 * @param longitude degrees east of Greenwich
 */
record Town(String name, String postalCode, double latitude, double longitude) {

    static final List<Town> ALL = List.of(
            new Town("Worcester", "6850", -33.6465, 19.4485),
            new Town("Robertson", "6705", -33.8029, 19.8890),
            new Town("Montagu", "6720", -33.7869, 20.1207),
            new Town("Ashton", "6715", -33.8300, 20.0600),
            new Town("Bonnievale", "6730", -33.9294, 20.0958),
            new Town("Swellendam", "6740", -34.0229, 20.4417),
            new Town("Barrydale", "6750", -33.9060, 20.7240),
            new Town("Ceres", "6835", -33.3689, 19.3110),
            new Town("Tulbagh", "6820", -33.2850, 19.1380),
            new Town("Riebeek-Kasteel", "7307", -33.3850, 18.8970),
            new Town("Malmesbury", "7300", -33.4608, 18.7271),
            new Town("Oudtshoorn", "6625", -33.5920, 22.2010),
            new Town("Prince Albert", "6930", -33.2230, 22.0300),
            new Town("Beaufort West", "6970", -32.3500, 22.5830),
            new Town("Graaff-Reinet", "6280", -32.2521, 24.5308),
            new Town("Cradock", "5880", -32.1640, 25.6190));
}
