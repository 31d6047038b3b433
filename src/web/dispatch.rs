//! Gives actix the URL table, so that each request goes to its row.

use std::future::Future;
use std::sync::Arc;

use actix_web::http::Method;
use actix_web::web::{self, Payload, ServiceConfig};
use actix_web::{HttpRequest, guard};

use super::error::{Answer, PageError};
use super::routes::{Route, Who, all, route};
use super::serve::serve;
use super::visit::Visit;

/// Gives actix every row. What no row answers is a page of its own too.
pub fn configure(config: &mut ServiceConfig) {
    let mut by_path: Vec<(&'static str, Vec<Arc<Route>>)> = Vec::new();
    for route in all().into_iter().map(Arc::new) {
        match by_path.iter_mut().find(|(path, _)| *path == route.path) {
            Some((_, routes)) => routes.push(route),
            None => by_path.push((route.path, vec![route])),
        }
    }
    for (path, routes) in by_path {
        let mut resource = web::resource(path);
        for route in routes {
            resource = resource.route(actix_route(route));
        }
        config.service(resource.default_service(refusal(|_| async { Err(PageError::Method) })));
    }
    config.default_service(refusal(|_| async { Err(PageError::NotFound) }));
}

fn actix_route(route: Arc<Route>) -> actix_web::Route {
    let matching = if route.method == Method::GET {
        web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
    } else {
        web::route().guard(guard::Method(route.method.clone()))
    };
    matching.to(move |request: HttpRequest, payload: Payload| serve(Arc::clone(&route), request, payload))
}

/// A row without an address: GET in name, so that it needs no token whatever the method.
fn refusal<F, Fut>(handler: F) -> actix_web::Route
where
    F: Fn(Visit) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Answer> + 'static,
{
    let route = Arc::new(route(Method::GET, "(none)", Who::Public, handler));
    web::route().to(move |request: HttpRequest, payload: Payload| serve(Arc::clone(&route), request, payload))
}
