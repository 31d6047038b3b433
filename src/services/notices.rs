//! What the owner of an account is told of it by mail: what somebody else may have done.

use super::Fault;
use super::post::post;
use super::tx::Tx;
use crate::domain::account::Account;
use crate::mail::messages;

pub(super) use crate::mail::messages::AccountNotice as Notice;

/// Tells the owner of an account.
pub(super) fn tell(tx: &mut Tx<'_>, account: &Account, notice: &Notice) -> Result<(), Fault> {
    post(tx, |context| messages::account_notice(context, account, notice))
}
