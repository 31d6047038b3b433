//! The logo and the floor plan that organisers upload: what is taken, what is refused, and how they are served.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::EventState;

use crate::prints::{found_on_paper, meet};
use crate::support::app::on_each_database;
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::organisers::with_role;

const PAGE: &str = "/organiser/events/clusters/pictures";
const ALT: &str = "Description for those who do not see the picture";

/// A PNG of one colour with a text chunk, followed by what a polyglot would hide behind it.
fn png(width: u32, height: u32, behind: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.add_text_chunk("Comment".to_string(), "taken at home".to_string()).unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[200, 60, 20].repeat((width * height) as usize)).unwrap();
    writer.finish().unwrap();
    bytes.extend_from_slice(behind);
    bytes
}

fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = vec![128; usize::from(width) * usize::from(height) * 3];
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
    encoder.encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    bytes
}

/// A small file that says it holds 50,000 by 50,000 pixels.
fn bomb() -> Vec<u8> {
    let mut bytes = png(1, 1, b"");
    bytes[16..24].copy_from_slice(&[0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50]);
    let mut crc = 0xffff_ffff_u32;
    for byte in &bytes[12..29] {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
        }
    }
    bytes[29..33].copy_from_slice(&(!crc).to_be_bytes());
    bytes
}

#[test]
fn a_logo_is_encoded_anew_shown_on_every_page_and_kept_by_browsers() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut office = with_role(app, "office@example.org", &event.id, Role::Organiser);
        office.open("/organiser/events/clusters/settings");
        office.follow("Logo and floor plan");
        office.fill(ALT, "European Cluster Office");
        office.press_with_file(
            "Save the logo",
            "file",
            "logo.png",
            png(1600, 400, b"<script>alert(1)</script>"),
        );
        assert!(office.page.text.contains("The picture is saved"), "{}", office.page.text);

        let mut visitor = app.visitor();
        let page = visitor.open("/e/clusters").html.clone();
        assert!(page.contains("alt=\"European Cluster Office\" width=\"800\" height=\"200\""), "{page}");
        let address = page.split("class=\"logo\" src=\"").nth(1).unwrap().split('"').next().unwrap();
        let picture = visitor.get(address);
        for (header, wanted) in [
            ("content-type", "image/png"),
            ("x-content-type-options", "nosniff"),
            ("content-security-policy", "default-src 'none'; sandbox"),
            ("cache-control", "public, max-age=31536000, immutable"),
        ] {
            assert_eq!(picture.header(header), Some(wanted), "{header}");
        }
        for hidden in ["<script>", "taken at home"] {
            assert!(!picture.html.contains(hidden), "{hidden} is still in the file");
        }
        let mut reader = png::Decoder::new(std::io::Cursor::new(&picture.bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        assert_eq!(pixels[..3], [200, 60, 20]);

        let tag = picture.header("etag").unwrap().to_string();
        visitor.extra = vec![("if-none-match".to_string(), tag)];
        let again = visitor.get(address);
        assert_eq!((again.status, again.bytes.len()), (304, 0));
        visitor.extra.clear();

        office.open("/organiser/events/clusters/settings");
        office.press("Save");
        assert!(visitor.open("/e/clusters").html.contains("class=\"logo\""), "settings leave it alone");
        office.open(PAGE);
        office.press("Remove the logo");
        assert!(!visitor.open("/e/clusters").html.contains("class=\"logo\""));
        assert_eq!(visitor.get(address).status, 404);
    });
}

#[test]
fn the_floor_plan_stands_in_everyones_schedule_and_on_paper() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        participant(app, "clusters", "Grace", "grace@example.org");
        meet(app, &event, ["Ada", "Grace"], 7);
        let mut office = with_role(app, "office@example.org", &event.id, Role::Organiser);
        office.open(PAGE);
        let fields = office.page.forms.iter_mut().flat_map(|form| &mut form.fields);
        fields
            .filter(|field| field.name == "alt")
            .for_each(|field| field.value = "Tables in the foyer".into());
        office.press_with_file("Save the floor plan", "file", "plan.jpg", jpeg(600, 300));
        let page = ada.open("/e/clusters/my/schedule");
        assert!(page.links.iter().any(|(_, url)| url.ends_with("#floor-plan")), "{}", page.html);
        assert!(
            page.html.contains("alt=\"Tables in the foyer\" width=\"600\" height=\"300\""),
            "{}",
            page.html
        );
        let pdf = ada.get("/e/clusters/my/schedule.pdf").bytes;
        found_on_paper(&pdf, &["Where the tables are"]);
        assert!(String::from_utf8_lossy(&pdf).contains("/Figure"));
    });
}

#[test]
fn what_is_no_honest_picture_is_refused_with_a_sentence() {
    on_each_database(|app| {
        let event = an_event(app).in_state(EventState::Draft).make();
        let mut office = with_role(app, "office@example.org", &event.id, Role::Organiser);
        let mut cut = png(60, 60, b"");
        cut.truncate(cut.len() / 2);
        let svg = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".to_vec();
        let mut jpeg_cut = jpeg(100, 100);
        jpeg_cut.truncate(20);
        for (file, wanted) in [
            (svg, "This is an SVG file, which can hold programs"),
            (b"GIF89a".to_vec(), "This is neither a PNG nor a JPEG file"),
            (b"%PDF-1.7".to_vec(), "This is neither a PNG nor a JPEG file"),
            (bomb(), "This picture is 50000 × 50000 pixels"),
            (cut, "This picture cannot be read to its end"),
            (jpeg_cut, "This picture cannot be read to its end"),
        ] {
            office.open(PAGE);
            office.fill(ALT, "Us").press_with_file("Save the logo", "file", "logo.png", file);
            assert_eq!(office.page.status, 422);
            assert!(office.page.text.contains(wanted), "{wanted}: {}", office.page.text);
        }
        office.open(PAGE);
        office.press_with_file("Save the logo", "file", "logo.png", png(9, 9, b""));
        assert!(office.page.text.contains("Please describe the picture"), "{}", office.page.text);
        office.open(PAGE);
        office.fill(ALT, "Us").press("Save the logo");
        assert!(office.page.text.contains("Please choose a file"), "{}", office.page.text);
    });
}

#[test]
fn a_drafts_pictures_are_for_those_who_run_it() {
    on_each_database(|app| {
        let event = an_event(app).in_state(EventState::Draft).make();
        let mut office = with_role(app, "office@example.org", &event.id, Role::Organiser);
        office.open(PAGE);
        office.fill(ALT, "Us").press_with_file("Save the logo", "file", "logo.png", png(9, 9, b""));
        assert_eq!(office.get(&format!("{PAGE}/logo")).header("content-type"), Some("image/png"));
        let mut visitor = app.visitor();
        assert_eq!(visitor.get("/e/clusters/pictures/logo").status, 404);
        let mut viewer = with_role(app, "viewer@example.org", &event.id, Role::Viewer);
        assert_eq!(viewer.get(PAGE).status, 403);
    });
}
