"""People, their titles and their diaries."""

from office_sim.people import ROLE_VI, Diary, Person, Role, members_of

from .conftest import PEOPLE, clock, engaged


def test_every_role_has_its_vietnamese_word() -> None:
    assert set(ROLE_VI) == set(Role)


def test_a_person_is_titled_by_post_and_name() -> None:
    assert Person("mai", "Đinh Thị Mai", Role.RECORDS_CLERK).title == "văn thư Đinh Thị Mai"
    agency = Person("ubnd", "UBND xã", Role.AGENCY, post="cơ quan chủ trì")
    assert agency.title == "cơ quan chủ trì UBND xã"


def test_members_come_in_the_order_of_the_case() -> None:
    assert [one.id for one in members_of(PEOPLE, "btv")] == ["hanh", "binh", "dung"]
    assert members_of(PEOPLE, "bch") == []


def test_an_engagement_covers_its_start_and_not_its_end() -> None:
    one = engaged("8:00", "9:00")
    assert one.covers(clock("8:00"))
    assert one.covers(clock("8:59"))
    assert not one.covers(clock("9:00"))
    assert not one.covers(clock("7:59"))


def test_a_person_is_free_after_all_engagements_that_follow_each_other() -> None:
    diary = Diary([engaged("9:00", "10:00"), engaged("8:00", "9:00"), engaged("9:30", "11:00")])
    assert diary.free_from(clock("8:30")) == clock("11:00")
    assert diary.free_from(clock("7:00")) == clock("7:00")


def test_only_movable_engagements_at_that_moment_move_away() -> None:
    diary = Diary([engaged("8:00", "9:00", movable=True), engaged("10:00", "11:00", movable=True)])
    assert diary.clear_movable(clock("8:30")) is True
    assert diary.engagement_at(clock("8:30")) is None
    assert diary.engagement_at(clock("10:30")) is not None


def test_a_fixed_engagement_stays_and_keeps_the_person_from_coming() -> None:
    diary = Diary([engaged("8:00", "9:00", movable=True), engaged("8:00", "10:00")])
    assert diary.clear_movable(clock("8:30")) is False
    taken = diary.engagement_at(clock("8:30"))
    assert taken is not None
    assert taken.movable is False


def test_an_engagement_can_be_added_during_a_run() -> None:
    diary = Diary()
    diary.add(engaged("8:00", "9:00", "đón con"))
    taken = diary.engagement_at(clock("8:00"))
    assert taken is not None
    assert taken.what == "đón con"
