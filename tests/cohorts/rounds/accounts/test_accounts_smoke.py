from pathlib import Path
from cohorts.store.store import opened
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.spend_link import spend_link
from cohorts.rounds.accounts.log_in import log_in, set_password
from cohorts.rounds.accounts.logged_in import who, log_out
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.life.rounds_of import rounds_of


def test_all(tmp_path: Path) -> None:
    store = opened(f"sqlite:///{tmp_path}/a.db")
    anna = first_account(store, "Anna", "een lang wachtwoord")
    round_ = new_round(store, anna, "Voorjaar", "businessversneller")
    token = add_person(store, anna, "Bert", round_)
    assert token is not None
    cookie = spend_link(store, token)
    assert cookie and spend_link(store, token) is None
    bert = who(store, cookie)
    assert bert and bert.name == "Bert" and len(rounds_of(store, bert)) == 1
    again = log_in(store, "anna", "een lang wachtwoord")
    assert again and who(store, again) == anna
    assert log_in(store, "anna", "x") is None
    log_out(store, cookie)
    assert who(store, cookie) is None
    print(rounds_of(store, anna))
    store.close()
