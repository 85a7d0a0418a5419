using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.LicenceLaw;

namespace ShuangDa.Tests.Unit.Licences;

public sealed class LicenceImportTests
{
    private static readonly DateOnly Today = Some.Today;

    private static readonly ImportLicence Row = new(
        "XK18-978-00001", Some.CreditCode, new(2024, 1, 1), new(2028, 12, 31), ["服装"], "上海市市场监督管理局", "青浦区", LicenceKind.ProductionLicence, RegisterStatus.Valid);

    private static LicenceState Imported(ImportLicence row) => Tell(null, Some.On(Today), row);

    [Fact]
    public void The_second_import_of_the_same_row_changes_nothing()
    {
        foreach (var status in Enum.GetValues<RegisterStatus>())
        {
            foreach (var validTo in new DateOnly[] { new(2028, 12, 31), new(2025, 12, 31) })
            {
                var row = Row with { Status = status, ValidTo = validTo };
                Assert.Empty(Events(Imported(row), row, Some.On(Today)));
                Assert.Empty(Events(Imported(row), row, Some.On(Today.AddDays(3))));
            }
        }
    }

    [Fact]
    public void The_clock_decides_what_has_expired_whatever_the_register_says()
    {
        Assert.Equal(LicenceStatus.Expired, Imported(Row with { ValidTo = new(2025, 12, 31) }).Status);
        Assert.Equal(LicenceStatus.Active, Imported(Row with { Status = RegisterStatus.Lapsed }).Status);
    }

    [Theory]
    [InlineData(RegisterStatus.Suspended, LicenceStatus.Suspended)]
    [InlineData(RegisterStatus.Withdrawn, LicenceStatus.Withdrawn)]
    [InlineData(RegisterStatus.Revoked, LicenceStatus.Revoked)]
    [InlineData(RegisterStatus.Deregistered, LicenceStatus.Deregistered)]
    public void A_status_that_the_register_newly_reports_is_followed(RegisterStatus said, LicenceStatus status)
    {
        Assert.Equal(status, Imported(Row with { Status = said }).Status);
        Assert.Equal(status, Tell(Imported(Row), Some.On(Today), Row with { Status = said }).Status);
        var step = Assert.Single(Events(Imported(Row), Row with { Status = said }, Some.On(Today)).OfType<LicenceStep>());
        Assert.Equal($"登记信息：{Terms.Of(said).Chinese}", step.Grounds.Reason);
    }

    [Fact]
    public void An_import_does_not_undo_what_the_bureau_did()
    {
        var suspended = Tell(Imported(Row), Some.On(Today), new SuspendLicence(Today.AddDays(30), Some.Grounds, Some.CaseOnPaper));
        Assert.Empty(Events(suspended, Row, Some.On(Today)));

        var reinstated = Tell(Imported(Row with { Status = RegisterStatus.Suspended }), Some.On(Today), new ReinstateLicence(Some.Grounds));
        Assert.Empty(Events(reinstated, Row with { Status = RegisterStatus.Suspended }, Some.On(Today)));

        var revoked = Tell(Imported(Row), Some.On(Today), new RevokeLicence(Some.Grounds, Some.CaseOnPaper));
        Assert.Empty(Events(revoked, Row with { IssuedBy = "他局" }, Some.On(Today)));

        var renewed = Tell(Imported(Row), Some.On(Today), new RenewLicence(new(2029, 1, 1), new(2033, 12, 31), Some.Grounds));
        Assert.Empty(Events(renewed, Row, Some.On(Today)));
    }

    [Fact]
    public void A_suspension_that_came_from_the_register_ends_when_the_register_says_valid_again()
    {
        var suspended = Imported(Row with { Status = RegisterStatus.Suspended });
        Assert.Equal(LicenceStatus.Active, Tell(suspended, Some.On(Today), Row).Status);
    }

    [Fact]
    public void A_later_end_is_a_renewal_and_another_term_a_correction()
    {
        var renewed = Assert.IsType<LicenceRenewed>(Assert.Single(Events(Imported(Row), Row with { ValidFrom = new(2029, 1, 1), ValidTo = new(2033, 12, 31) }, Some.On(Today))));
        Assert.True(renewed.FromRegister);
        var corrected = Assert.IsType<LicenceCorrected>(Assert.Single(Events(Imported(Row), Row with { ValidTo = new(2028, 6, 30) }, Some.On(Today))));
        Assert.Equal(new DateOnly(2027, 12, 30), corrected.Term!.MustApplyBy);
    }

    [Fact]
    public void A_register_that_renews_an_expired_licence_makes_it_active_again()
    {
        var expired = Imported(Row with { ValidTo = new(2025, 12, 31) });
        Assert.Equal(LicenceStatus.Active, Tell(expired, Some.On(Today), Row with { ValidTo = new(2030, 12, 31) }).Status);
    }

    [Fact]
    public void A_corrected_end_that_lies_in_the_past_expires_the_licence_at_once()
    {
        var events = Events(Imported(Row), Row with { ValidTo = new(2026, 2, 1) }, Some.On(Today));
        Assert.Collection(events, happened => Assert.IsType<LicenceCorrected>(happened), happened => Assert.Equal(new LicenceExpired(new(2026, 2, 1)), happened));
    }

    [Fact]
    public void What_the_row_does_not_say_stays()
    {
        var bare = new ImportLicence("XK18-978-00001", Some.CreditCode, Row.ValidFrom, Row.ValidTo, IssuedBy: "N/A", ProductionAddress: " ");
        Assert.Empty(Events(Imported(Row), bare, Some.On(Today)));
    }

    /// <summary>
    /// A register calls products as it likes: a licence is not refused for its words, and is counted where they name a class.
    /// </summary>
    [Fact]
    public void What_names_no_class_stays_in_the_register_s_words()
    {
        var now = Some.On(Today).With(new ListedFound((list, given) => given == "涂料" ? Some.Lists().Find(list, given) : null));
        var licence = Tell(null, now, Row with { ProductClasses = ["涂料", "内墙乳胶漆"], Products = null });
        Assert.Equal(("COATINGS", "内墙乳胶漆"), (licence.ProductClasses.Single(), licence.Details.Products));
        Assert.Empty(Events(licence, Row with { ProductClasses = ["涂料", "内墙乳胶漆"] }, now));

        // A register that names no class takes none away.
        var again = Tell(licence, now, Row with { ProductClasses = ["内墙乳胶漆"], Products = "内墙乳胶漆、外墙乳胶漆" });
        Assert.Equal(("COATINGS", "内墙乳胶漆、外墙乳胶漆"), (again.ProductClasses.Single(), again.Details.Products));
    }

    [Fact]
    public void A_number_of_another_enterprise_is_refused_with_its_holder() =>
        Assert.Equal(new LicenceHeldByAnother("XK18-978-00001", Some.CreditCode), Refusal(Imported(Row), Row with { Enterprise = Some.OtherCreditCode }, Some.On(Today)));

    [Fact]
    public void A_changed_address_is_corrected_and_leaves_term_and_notices_alone()
    {
        var before = Imported(Row);
        var after = Tell(before, Some.On(Today.AddDays(1)), Row with { ProductionAddress = "盈港路1号" });
        Assert.Equal("盈港路1号", after.Details.ProductionAddress);
        Assert.Equal((before.Term, before.NextNotice), (after.Term, after.NextNotice));
    }

    [Theory]
    [InlineData("有效", RegisterStatus.Valid)]
    [InlineData(" 注 销 ", RegisterStatus.Deregistered)]
    [InlineData("撤消", RegisterStatus.Withdrawn)]
    [InlineData("暂停", RegisterStatus.Suspended)]
    [InlineData("REVOKED", RegisterStatus.Revoked)]
    [InlineData("不明", null)]
    [InlineData(null, null)]
    public void The_words_of_registers_are_understood(string? text, RegisterStatus? status) => Assert.Equal(status, LicenceTexts.FindRegisterStatus(text));

    [Theory]
    [InlineData("工业产品生产许可证", LicenceKind.ProductionLicence)]
    [InlineData("食品生产许可证", LicenceKind.FoodProductionLicence)]
    [InlineData("３Ｃ证书", LicenceKind.CompulsoryCertificate)]
    [InlineData("营业执照", null)]
    public void The_kinds_of_registers_are_understood(string text, LicenceKind? kind) => Assert.Equal(kind, LicenceTexts.FindKind(text));

    [Fact]
    public void A_correction_of_the_term_takes_all_that_the_row_says()
    {
        var row = Row with { ValidTo = new(2028, 6, 30), ProductionAddress = "青浦区盈港路1号", Status = RegisterStatus.Suspended };
        var corrected = Tell(Imported(Row), Some.On(Today), row);
        Assert.Equal(("青浦区盈港路1号", RegisterStatus.Suspended, new DateOnly(2028, 6, 30)), (corrected.Details.ProductionAddress, corrected.RegisterStatus, corrected.ValidTo));
        Assert.Equal(Imported(row).NextNotice!.On, corrected.NextNotice!.On);

        var expired = Tell(Imported(Row with { ValidTo = new(2025, 12, 31) }), Some.On(Today), Row with { ValidTo = new(2025, 11, 30) });
        Assert.Equal((LicenceStatus.Expired, new DateOnly(2025, 11, 30), null), (expired.Status, expired.ExpiredOn, expired.NextNotice));
    }

    [Fact]
    public void A_term_that_was_renewed_here_stays_until_the_register_knows_a_later_one()
    {
        var renewed = Tell(Imported(Row), Some.On(Today), new RenewLicence(new(2029, 1, 1), new(2033, 12, 31), Some.Grounds));
        Assert.Empty(Events(renewed, Row, Some.On(Today))); // the register has not caught up
        var later = Tell(Tell(renewed, Some.On(Today), new SuspendLicence(Today.AddDays(30), Some.Grounds, Some.CaseOnPaper)),
            Some.On(Today), Row with { ValidTo = new(2034, 12, 31) });
        Assert.Equal((new DateOnly(2034, 12, 31), false), (later.ValidTo, later.IsRenewedHere));
    }

    [Fact]
    public void Other_dates_than_those_recorded_here_are_taken_or_it_is_said_why_not()
    {
        var renewed = Tell(Imported(Row), Some.On(Today), new RenewLicence(new(2029, 1, 1), new(2033, 12, 31), Some.Grounds));
        var kept = new RegisterTermNotTaken(
            "XK18-978-00001", LicenceStatus.Active, new(2029, 1, 1), new(2033, 12, 31), new(2024, 1, 1), new(2032, 12, 31));
        Assert.Equal(kept, Refusal(renewed, Row with { ValidTo = new(2032, 12, 31) }, Some.On(Today)));
        Assert.Equal(new DateOnly(2034, 12, 31), Tell(renewed, Some.On(Today), Row with { ValidTo = new(2034, 12, 31) }).ValidTo);

        var revoked = Tell(Imported(Row), Some.On(Today), new RevokeLicence(Some.Grounds, Some.CaseOnPaper));
        Assert.Equal(
            LicenceStatus.Revoked,
            Assert.IsType<RegisterTermNotTaken>(Refusal(revoked, Row with { ValidTo = new(2033, 12, 31) }, Some.On(Today))).Status);
    }

    [Fact]
    public void A_suspension_of_the_register_is_followed_to_the_last_valid_day_and_not_after()
    {
        Assert.Equal(LicenceStatus.Suspended, Imported(Row with { ValidTo = Today, Status = RegisterStatus.Suspended }).Status);
        Assert.DoesNotContain(Events(null, Row with { ValidTo = Today.AddDays(-1), Status = RegisterStatus.Suspended }, Some.On(Today)), happened => happened is LicenceSuspended);
        // 过期 is no news of its own, but it ends a suspension that the register alone had made.
        Assert.Equal(LicenceStatus.Active, Tell(Imported(Row with { Status = RegisterStatus.Suspended }), Some.On(Today), Row with { Status = RegisterStatus.Lapsed }).Status);
    }

    [Theory]
    // 行政许可法 第七十条.
    [InlineData(RegisterStatus.Valid, DeregistrationGround.OtherByLaw)]
    [InlineData(RegisterStatus.Withdrawn, DeregistrationGround.WithdrawnOrRevoked)]
    [InlineData(RegisterStatus.Revoked, DeregistrationGround.WithdrawnOrRevoked)]
    public void A_register_deregisters_on_the_ground_that_the_status_implies(RegisterStatus before, DeregistrationGround ground) =>
        Assert.Equal(ground, Events(Imported(Row with { Status = before }), Row with { Status = RegisterStatus.Deregistered }, Some.On(Today)).OfType<LicenceDeregistered>().Single().Ground);

    [Fact]
    public void A_status_that_the_register_newly_reports_is_kept_and_one_that_it_does_not_say_stays()
    {
        var lapsed = Tell(Imported(Row), Some.On(Today), Row with { Status = RegisterStatus.Suspended });
        Assert.Equal(RegisterStatus.Suspended, lapsed.RegisterStatus);
        Assert.Equal(RegisterStatus.Suspended, Tell(lapsed, Some.On(Today), Row with { Status = null, IssuedBy = "他局" }).RegisterStatus);
        Assert.Equal(RegisterStatus.Suspended, Tell(lapsed, Some.On(Today), Row with { Status = null, ValidTo = new(2028, 6, 30) }).RegisterStatus);
    }

    [Fact]
    public void What_the_register_says_of_a_licence_replaces_what_it_said_before_and_what_it_leaves_out_stays()
    {
        var changed = Tell(Imported(Row), Some.On(Today), Row with { IssuedBy = "他局" });
        Assert.Equal(("他局", "青浦区"), (changed.IssuedBy, changed.Details.ProductionAddress));
        Assert.Equal(["CLOTHING"], changed.ProductClasses);
        Assert.Equal(["TEXTILES"], Tell(changed, Some.On(Today), Row with { ProductClasses = ["纺织品"], IssuedBy = null }).ProductClasses);
        var unsaid = Tell(changed, Some.On(Today), Row with { ProductClasses = null, IssuedBy = null, ProductionAddress = "盈港路1号" });
        Assert.Equal(("他局", "盈港路1号"), (unsaid.IssuedBy, unsaid.Details.ProductionAddress));
        Assert.Equal(["CLOTHING"], unsaid.ProductClasses);
    }

    [Theory]
    [InlineData(-1, false)] // a later end that has passed too
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void What_had_expired_is_renewed_where_its_new_end_has_not_passed(int days, bool isRenewal)
    {
        var expired = Imported(Row with { ValidTo = new(2025, 12, 31) });
        var events = Events(expired, Row with { ValidTo = Today.AddDays(days) }, Some.On(Today));
        Assert.Equal(isRenewal, events.OfType<LicenceRenewed>().Any());
        Assert.Equal(!isRenewal, events.OfType<LicenceCorrected>().Any());
    }

    [Fact]
    public void A_suspended_licence_is_not_renewed_by_a_register_that_names_a_later_end()
    {
        var suspended = Tell(Imported(Row), Some.On(Today), new SuspendLicence(Today.AddDays(30), Some.Grounds, Some.CaseOnPaper));
        var corrected = Tell(suspended, Some.On(Today), Row with { ValidTo = new(2029, 12, 31) });
        Assert.Equal((LicenceStatus.Suspended, new DateOnly(2029, 12, 31)), (corrected.Status, corrected.ValidTo));
    }
}
