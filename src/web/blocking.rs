//! The one way from the web's few threads, which must never wait, to the services, which do.

use std::sync::Arc;

use super::error::PageError;
use crate::app::App;

/// Runs a use case on a thread that may wait. The outer error is a fault of ours (the use case panicked); the inner
/// one is what the use case says.
pub async fn blocking<T, E>(
    app: &Arc<App>,
    use_case: impl FnOnce(&App) -> Result<T, E> + Send + 'static,
) -> Result<Result<T, E>, PageError>
where
    T: Send + 'static,
    E: Send + 'static,
{
    let app = Arc::clone(app);
    let done = actix_web::web::block(move || use_case(&app)).await;
    done.map_err(|_| PageError::Fault("a use case panicked".to_string()))
}
