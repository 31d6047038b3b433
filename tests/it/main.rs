mod page_frame;
mod pictures;
mod words;
