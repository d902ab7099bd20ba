//! Laws that hold for anything a merchant may write.

use proptest::prelude::*;

use crate::support::Shop;

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever stands in a product's file, the run ends with a report: it never panics, and every fault names a file of the shop.
    #[test]
    fn no_front_matter_is_too_strange(text in "(\\+\\+\\+\n)?[a-z0-9 =\"\\[\\]{}',.:+\n#ক-হ\\\\-]{0,200}(\n\\+\\+\\+\n)?.{0,40}") {
        let shop = Shop::base();
        shop.write("content/products/cup/index.md", &text);
        let report = shop.build();
        for one in &report.diagnostics {
            prop_assert!(one.place.is_some(), "{one:?}");
        }
    }

    /// Words of a merchant stand in a page as they were written: they add no element and end no script.
    #[test]
    fn words_stay_words(title in "[ -~]{1,60}") {
        prop_assume!(!title.trim().is_empty());
        let shop = Shop::base();
        let toml = toml::Value::String(title.clone()).to_string();
        shop.write(
            "themes/plain/templates/product.html",
            "<p title=\"{{ product.title }}\">{{ product.title }}</p><script type=\"application/ld+json\">{{ page.data | trusted }}</script>",
        );
        shop.write(
            "content/products/cup/index.md",
            &format!("+++\nsku = \"CUP\"\ntitle = {toml}\nsummary = {toml}\nprice = 1\n+++\n"),
        );
        shop.built();
        let page = shop.page("products/cup/");
        prop_assert_eq!(page.matches('<').count(), 4, "{}", page);
        let json = page.split("ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
        let data: serde_json::Value = serde_json::from_str(json).unwrap();
        prop_assert_eq!(data["@graph"][0]["name"].as_str().unwrap(), title.trim());
    }
}
