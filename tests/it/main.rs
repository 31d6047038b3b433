
mod calendar;
mod calendar_lint;
mod mail;
mod mail_samples;
