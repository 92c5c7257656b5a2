package io.contacthub.emulator;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ObjectNode;

/**
 * A city in which made-up customers live.
 *
 * @param country the country
 * @param name the name in the language of the country
 * @param province the province, county or the like
 * @param region the region or state
 * @param zips the first and last postal code, or the beginnings of codes
 * @param geo the place on the map
 */
record GeneratedCity(GeneratedCountry country, String name, String province, String region, List<String> zips,
		ObjectNode geo) {

	private static final String INWARD = "ABDEFGHJLNPQRSTUWXYZ";

	/**
	 * The cities of each country, the capital first.
	 */
	private static final Map<GeneratedCountry, List<GeneratedCity>> CITIES = """
			ITALY|Roma|RM|Lazio|00118-00199|41.9028|12.4964
			ITALY|Milano|MI|Lombardia|20121-20162|45.4642|9.1900
			ITALY|Torino|TO|Piemonte|10121-10156|45.0703|7.6869
			ITALY|Bologna|BO|Emilia-Romagna|40121-40141|44.4949|11.3426
			ITALY|Napoli|NA|Campania|80121-80147|40.8518|14.2681
			ITALY|Firenze|FI|Toscana|50121-50145|43.7696|11.2558
			ITALY|Genova|GE|Liguria|16121-16167|44.4056|8.9463
			ITALY|Palermo|PA|Sicilia|90121-90151|38.1157|13.3615
			ITALY|Bari|BA|Puglia|70121-70132|41.1171|16.8719
			ITALY|Verona|VR|Veneto|37121-37142|45.4384|10.9916
			ITALY|Trieste|TS|Friuli-Venezia Giulia|34121-34151|45.6495|13.7768
			GERMANY|Berlin|BE|Berlin|10115-10119|52.5200|13.4050
			GERMANY|München|BY|Bayern|80331-80339|48.1351|11.5820
			GERMANY|Hamburg|HH|Hamburg|20095-20099|53.5511|9.9937
			GERMANY|Köln|NW|Nordrhein-Westfalen|50667-50670|50.9375|6.9603
			GERMANY|Frankfurt am Main|HE|Hessen|60311-60318|50.1109|8.6821
			GERMANY|Stuttgart|BW|Baden-Württemberg|70173-70176|48.7758|9.1829
			GERMANY|Leipzig|SN|Sachsen|04103-04109|51.3397|12.3731
			GERMANY|Hannover|NI|Niedersachsen|30159-30161|52.3759|9.7320
			GERMANY|Bremen|HB|Bremen|28195-28195|53.0793|8.8017
			FRANCE|Paris|75|Île-de-France|75001-75020|48.8566|2.3522
			FRANCE|Marseille|13|Provence-Alpes-Côte d'Azur|13001-13016|43.2965|5.3698
			FRANCE|Lyon|69|Auvergne-Rhône-Alpes|69001-69009|45.7640|4.8357
			FRANCE|Toulouse|31|Occitanie|31000-31000|43.6047|1.4442
			FRANCE|Nantes|44|Pays de la Loire|44000-44000|47.2184|-1.5536
			FRANCE|Strasbourg|67|Grand Est|67000-67000|48.5734|7.7521
			FRANCE|Bordeaux|33|Nouvelle-Aquitaine|33000-33000|44.8378|-0.5792
			FRANCE|Lille|59|Hauts-de-France|59000-59000|50.6292|3.0573
			FRANCE|Rennes|35|Bretagne|35000-35000|48.1173|-1.6778
			UNITED_KINGDOM|London|Greater London|England|E2,N1,NW1,SE1,SW4,W2|51.5074|-0.1278
			UNITED_KINGDOM|Manchester|Greater Manchester|England|M1,M2,M3,M4|53.4808|-2.2426
			UNITED_KINGDOM|Birmingham|West Midlands|England|B1,B2,B3,B4|52.4862|-1.8904
			UNITED_KINGDOM|Leeds|West Yorkshire|England|LS1,LS2,LS3|53.8008|-1.5491
			UNITED_KINGDOM|Liverpool|Merseyside|England|L1,L2,L3|53.4084|-2.9916
			UNITED_KINGDOM|Bristol|Bristol|England|BS1,BS2,BS3|51.4545|-2.5879
			UNITED_KINGDOM|Edinburgh|City of Edinburgh|Scotland|EH1,EH2,EH3|55.9533|-3.1883
			UNITED_KINGDOM|Glasgow|Glasgow City|Scotland|G1,G2,G3|55.8642|-4.2518
			UNITED_KINGDOM|Cardiff|Cardiff|Wales|CF10,CF11|51.4816|-3.1791
			SPAIN|Madrid|Madrid|Comunidad de Madrid|28001-28046|40.4168|-3.7038
			SPAIN|Barcelona|Barcelona|Cataluña|08001-08042|41.3874|2.1686
			SPAIN|Valencia|Valencia|Comunitat Valenciana|46001-46026|39.4699|-0.3763
			SPAIN|Sevilla|Sevilla|Andalucía|41001-41020|37.3891|-5.9845
			SPAIN|Zaragoza|Zaragoza|Aragón|50001-50022|41.6488|-0.8891
			SPAIN|Málaga|Málaga|Andalucía|29001-29018|36.7213|-4.4214
			SPAIN|Murcia|Murcia|Región de Murcia|30001-30012|37.9922|-1.1307
			SPAIN|Bilbao|Bizkaia|País Vasco|48001-48015|43.2630|-2.9350
			SPAIN|Valladolid|Valladolid|Castilla y León|47001-47017|41.6523|-4.7245
			""".lines()
		.map(GeneratedCity::parse)
		.collect(Collectors.groupingBy(GeneratedCity::country, () -> new EnumMap<>(GeneratedCountry.class),
				Collectors.toList()));

	private static GeneratedCity parse(String line) {
		String[] columns = line.split("\\|");
		ObjectNode geo = Json.object().put("lat", new BigDecimal(columns[5])).put("lon", new BigDecimal(columns[6]));
		return new GeneratedCity(GeneratedCountry.valueOf(columns[0]), columns[1], columns[2], columns[3],
				List.of(columns[4].split("[-,]")), StoredObject.of(geo));
	}

	static GeneratedCity of(GeneratedCountry country, Dice dice) {
		return dice.pick(CITIES.getOrDefault(country, List.of()));
	}

	boolean isCapital() {
		return CITIES.getOrDefault(this.country, List.of()).get(0) == this;
	}

	/**
	 * Return a postal code of this city.
	 */
	String zip(Dice dice) {
		if (this.country != GeneratedCountry.UNITED_KINGDOM) {
			int zip = dice.between(Integer.parseInt(this.zips.get(0)), Integer.parseInt(this.zips.get(1)));
			return String.format(Locale.ROOT, "%05d", zip);
		}
		return dice.pick(this.zips) + " " + dice.between(1, 9) + letter(dice) + letter(dice);
	}

	private static char letter(Dice dice) {
		return INWARD.charAt(dice.between(0, INWARD.length() - 1));
	}

}
