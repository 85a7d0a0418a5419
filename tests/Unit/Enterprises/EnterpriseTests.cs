using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.EnterpriseLaw;

namespace ShuangDa.Tests.Unit.Enterprises;

public sealed class EnterpriseTests
{
    private static readonly Circumstances Now = Some.On(Some.Today);

    internal static readonly (string Name, EnterpriseState? State)[] States =
    [
        ("(not registered)", null),
        ("Active", Some.Enterprise()),
        ("Closed", Some.ClosedEnterprise()),
    ];

    [Fact]
    public void The_law_table_reads_as_reviewed() => Approved.Law("Enterprise", LawTable.Of(Enterprise.Concept, Now, States));

    [Fact]
    public void An_enterprise_is_registered_under_its_normal_code_at_ordinary_risk_and_standing_B()
    {
        var enterprise = Tell(null, Now, new RegisterEnterprise(" ９１３１０１１８６３１６５６１４５f", Some.Details));
        Assert.Equal(Some.CreditCode, enterprise.CreditCode);
        Assert.Equal((RiskLevel.Ordinary, CreditStanding.B, EnterpriseStatus.Active, false), (enterprise.RiskLevel, enterprise.Standing, enterprise.Status, enterprise.IsProtectedBrand));
    }

    [Theory]
    [InlineData("91310118631656145G", CodeCheck.Differs)]
    [InlineData("310313000012345", CodeCheck.OldNumber)]
    [InlineData(Some.CreditCode, null)]
    public void A_code_that_a_register_carries_is_taken_over_and_marked(string code, CodeCheck? mark)
    {
        var enterprise = Tell(null, Now, new ImportEnterprise(code, Some.Details));
        Assert.Equal((code, mark), (enterprise.CreditCode, enterprise.CodeCheck));
        Assert.Empty(Enterprise.Check(enterprise));
        Assert.Equal("新地址", Tell(enterprise, Now, new ChangeEnterprise(Address: "新地址")).Details.Address);
    }

    [Theory]
    [InlineData("91310118631656145G")]
    [InlineData("310313000012345")]
    public void Typed_by_hand_it_is_refused(string code)
    {
        var refused = Enterprise.Concept.Decided(null, new RegisterEnterprise(code, Some.Details), Now).Refusal;
        Assert.Equal("creditCode", Assert.IsType<InvalidInput>(refused).Field);

        // Under a mistyped code none is found: that it is mistyped is said.
        var change = Enterprise.Concept.Decided(null, new ChangeEnterprise(Address: "新地址"), Now with { Key = code });
        Assert.IsType<InvalidInput>(change.Refusal);
    }

    [Fact]
    public void The_registers_way_of_saying_nothing_is_stored_as_nothing()
    {
        var enterprise = Tell(null, Now, new ImportEnterprise(Some.CreditCode, new EnterpriseDetails(" 某厂 ", "N/A", "", "  ", "n/a", null, "N/A")));
        Assert.Equal(new EnterpriseDetails("某厂"), enterprise.Details);
    }

    [Fact]
    public void The_second_import_of_the_same_row_changes_nothing()
    {
        var row = new ImportEnterprise(Some.CreditCode, Some.Details with { EnterpriseType = "N/A", Address = " 青浦区 " });
        Assert.Equal(Decision<EnterpriseEvent>.AlreadySo, Enterprise.Concept.Decided(Tell(null, Now, row), row, Now));
    }

    [Fact]
    public void An_import_changes_only_what_differs_and_what_the_row_does_not_say_stays()
    {
        var decision = Enterprise.Concept.Decided(Some.Enterprise(), new ImportEnterprise(Some.CreditCode, new EnterpriseDetails(Some.Details.Name, Address: "盈港路1号")), Now);
        var changed = Assert.IsType<EnterpriseChanged>(Assert.Single(decision.Events));
        Assert.Equal(["address"], changed.Changed);
        Assert.Equal(Some.Details with { Address = "盈港路1号" }, changed.Details);
        Assert.Equal("变更登记事项：注册地址", changed.Summary.Chinese);
        Assert.Equal("Changed: address", changed.Summary.English);
    }

    [Fact]
    public void A_change_leaves_what_it_does_not_name_and_an_empty_text_clears()
    {
        var enterprise = Tell(Some.Enterprise(), Now, new ChangeEnterprise(District: "", ProductClasses: ["食品", "FOOD"]));
        Assert.Equal(Some.Details with { District = null }, enterprise.Details);
        Assert.Equal(["FOOD"], enterprise.ProductClasses);
        Assert.Equal(Decision<EnterpriseEvent>.AlreadySo, Enterprise.Concept.Decided(enterprise, new ChangeEnterprise(), Now));
    }

    [Fact]
    public void A_name_is_not_cleared() =>
        Assert.Equal("name", Assert.IsType<InvalidInput>(Enterprise.Concept.Decided(Some.Enterprise(), new ChangeEnterprise(Name: " "), Now).Refusal).Field);

    [Theory]
    [InlineData("name", 201)]
    [InlineData("district", 101)]
    [InlineData("address", 501)]
    [InlineData("businessScope", 10_001)]
    [InlineData("enterpriseKind", 101)]
    [InlineData("capital", 101)]
    [InlineData("province", 51)]
    [InlineData("telephone", 61)]
    public void Every_text_has_a_length_it_must_not_exceed_and_no_null_character(string field, int tooLong)
    {
        Assert.Equal(field, Refused(new string('长', tooLong)));
        Assert.Equal(field, Refused("甲\0乙"));
        Assert.Null(Refused(new string(field == "telephone" ? '1' : '长', tooLong - 1)));

        string? Refused(string text) => (Enterprise.Concept.Decided(null, new RegisterEnterprise(Some.CreditCode, field switch
        {
            "name" => Some.Details with { Name = text },
            "district" => Some.Details with { District = text },
            "address" => Some.Details with { Address = text },
            "businessScope" => Some.Details with { BusinessScope = text },
            "enterpriseKind" => Some.Details with { EnterpriseType = text },
            "capital" => Some.Details with { Capital = text },
            "telephone" => Some.Details with { Telephone = text },
            _ => Some.Details with { Province = text },
        }), Now).Refusal as InvalidInput)?.Field;
    }

    [Fact]
    public void A_closed_enterprise_is_not_changed_any_more_and_an_import_does_not_reopen_it()
    {
        Assert.Equal(new EnterpriseNotActive(Some.Today), Enterprise.Concept.Decided(Some.ClosedEnterprise(), new ChangeEnterprise(Name: "新名"), Now).Refusal);
        Assert.Equal(Decision<EnterpriseEvent>.AlreadySo, Enterprise.Concept.Decided(Some.ClosedEnterprise(), new ImportEnterprise(Some.CreditCode, Some.Details with { Name = "新名" }), Now));
    }

    [Fact]
    public void An_unknown_product_class_is_refused_by_name()
    {
        var refusal = Assert.IsType<InvalidInput>(Enterprise.Concept.Decided(null, new RegisterEnterprise(Some.CreditCode, Some.Details, ["火箭"]), Now).Refusal);
        Assert.Equal("产品类别名录中没有火箭，或者已撤销", refusal.Message.Chinese);
    }

    [Fact]
    public void No_event_or_state_has_room_for_a_persons_name()
    {
        var stored = Enterprise.Concept.WriteState(Some.Enterprise());
        Assert.DoesNotContain("epresentative", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(EnterpriseRow).GetProperties(), property => property.Name.Contains("Representative", StringComparison.Ordinal) || property.Name.Contains("Person", StringComparison.Ordinal));
    }

    [Fact]
    public void The_rows_show_the_state_in_wire_names()
    {
        var rows = Enterprise.Concept.RowsOf("enterprise/X", Some.Enterprise(), 3);
        var row = Assert.IsType<EnterpriseRow>(rows[0]);
        Assert.Equal((3, Some.CreditCode, "ACTIVE", "ORDINARY", "B", "2000-01-03"), (row.Version, row.CreditCode, row.Status, row.RiskLevel, row.Standing, row.RegisteredOn));
        Assert.Equal("CLOTHING", Assert.Single(rows.OfType<EnterpriseProductClassRow>()).Code);
    }

    [Fact]
    public void An_area_that_is_named_with_a_registration_or_an_import_is_assigned_beside_the_rest()
    {
        var registered = Enterprise.Concept.Decided(null, new RegisterEnterprise(Some.CreditCode, Some.Details, Area: " 310118001 "), Now).Events;
        Assert.Equal("310118001", registered.OfType<EnterpriseAreaAssigned>().Single().Area);
        Assert.Single(Enterprise.Concept.Decided(null, new RegisterEnterprise(Some.CreditCode, Some.Details), Now).Events);

        var imported = Tell(Some.Enterprise(), Now, new ImportEnterprise(Some.CreditCode, Some.Details with { Address = "盈港路1号" }, Area: "310118001"));
        Assert.Equal(("盈港路1号", "310118001"), (imported.Details.Address, imported.Area));
    }

    [Fact]
    public void An_area_that_was_closed_since_stays_right_where_it_is_carried_already()
    {
        var assigned = Tell(Some.Enterprise(), Now, new AssignEnterpriseArea("310118001"));
        var closed = Some.On(Some.Today).WithLists(isOpen: false);
        Assert.Equal(Decision<EnterpriseEvent>.AlreadySo, Enterprise.Concept.Decided(assigned, new AssignEnterpriseArea(" 310118001 "), closed));
        Assert.Equal("area", Assert.IsType<InvalidInput>(Enterprise.Concept.Decided(assigned, new AssignEnterpriseArea("310118002"), closed).Refusal).Field);
    }

    [Fact]
    public void A_registration_is_counted_under_its_main_class()
    {
        var happened = Enterprise.Concept.Decided(null, new RegisterEnterprise(Some.CreditCode, Some.Details, ["纺织品", "服装"]), Now).Events[0];
        Assert.Equal("TEXTILES", Assert.Single(Enterprise.Concept.Tally(null, happened, Enterprise.Apply(null, happened))).ProductClass);
    }

    [Fact]
    public void Everything_that_a_change_names_is_changed()
    {
        var all = new EnterpriseDetails("某厂", "松江", "松江区某路2号", "销售服装", "股份有限公司", new DateOnly(2001, 2, 3), "100(万元人民币)", "江苏", "025-55500000");
        var changed = Tell(Some.Enterprise(), Now, new ChangeEnterprise(
            all.Name, all.District, all.Address, all.BusinessScope, all.EnterpriseType, all.RegisteredOn, all.Capital, all.Province,
            Telephone: all.Telephone));
        Assert.Equal(all, changed.Details);
    }

    [Theory]
    [InlineData("021-59880000转8", true)]
    [InlineData("（０２１）５９８８００００", true)]
    [InlineData("12315", true)]
    [InlineData("无", false)]
    [InlineData("找张三", false)]
    public void A_telephone_has_a_number_that_can_be_called(string telephone, bool isOne)
    {
        var registered = Enterprise.Concept.Decided(
            null, new RegisterEnterprise(Some.CreditCode, Some.Details with { Telephone = telephone }), Now);
        var changed = Enterprise.Concept.Decided(Some.Enterprise(), new ChangeEnterprise(Telephone: telephone), Now);
        Assert.All([registered, changed], one => Assert.Equal(isOne ? null : "telephone", (one.Refusal as InvalidInput)?.Field));
    }

    [Fact]
    public void A_telephone_is_cleared_by_an_empty_text_and_stays_where_nothing_is_said()
    {
        var called = Tell(Some.Enterprise(), Now, new ChangeEnterprise(Telephone: " 021-55500000 "));
        Assert.Equal("021-55500000", called.Details.Telephone);
        Assert.Equal("021-55500000", Tell(called, Now, new ChangeEnterprise(Address: "新地址")).Details.Telephone);
        Assert.Null(Tell(called, Now, new ChangeEnterprise(Telephone: "")).Details.Telephone);
        var row = new ImportEnterprise(Some.CreditCode, Some.Details with { Telephone = "021-55500001" });
        Assert.Equal("021-55500001", Tell(called, Now, row).Details.Telephone);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "registeredOn")]
    public void An_enterprise_was_registered_by_today(int days, string? field)
    {
        var details = Some.Details with { RegisteredOn = Some.Today.AddDays(days) };
        var registered = Enterprise.Concept.Decided(null, new RegisterEnterprise(Some.CreditCode, details), Now);
        Assert.Equal(field, (registered.Refusal as InvalidInput)?.Field);
        var changed = Enterprise.Concept.Decided(Some.Enterprise(), new ChangeEnterprise(RegisteredOn: details.RegisteredOn), Now);
        Assert.Equal(field, (changed.Refusal as InvalidInput)?.Field);
    }

    [Fact]
    public void A_risk_is_assessed_with_a_reason_and_only_where_it_differs()
    {
        var high = new AssessEnterpriseRisk(RiskLevel.High, " 两次抽样不合格 ") { On = Some.Today.AddDays(-2) };
        var assessed = Assert.IsType<EnterpriseRiskAssessed>(
            Assert.Single(Enterprise.Concept.Decided(Some.Enterprise(), high, Now).Events));
        Assert.Equal(new EnterpriseRiskAssessed(RiskLevel.High, "两次抽样不合格", Some.Today.AddDays(-2)), assessed);
        Assert.Equal(RiskLevel.High, Enterprise.Apply(Some.Enterprise(), assessed).RiskLevel);
        var same = Enterprise.Concept.Decided(Some.Enterprise(), high with { RiskLevel = RiskLevel.Ordinary }, Now);
        Assert.Equal(Decision<EnterpriseEvent>.AlreadySo, same);
        var silent = Enterprise.Concept.Decided(Some.Enterprise(), high with { Reason = " " }, Now).Refusal;
        Assert.Equal("reason", Assert.IsType<InvalidInput>(silent).Field);
        var registered = Tell(null, Now, new RegisterEnterprise(Some.CreditCode, Some.Details, RiskLevel: RiskLevel.Low));
        Assert.Equal(RiskLevel.Low, registered.RiskLevel);
    }

    [Fact]
    public void An_enterprise_that_nobody_registered_is_not_found_under_its_right_code() => Assert.Equal(
        new NotFound("enterprise", Some.CreditCode),
        Enterprise.Concept.Decided(null, new ChangeEnterprise(Address: "新地址"), Now with { Key = Some.CreditCode }).Refusal);

    [Fact]
    public void An_area_is_assigned_where_it_is_another_one_and_named_at_all()
    {
        Assert.Equal("area", Assert.IsType<InvalidInput>(
            Enterprise.Concept.Decided(Some.Enterprise(), new AssignEnterpriseArea(" "), Now).Refusal).Field);
        var assigned = Tell(Some.Enterprise(), Now, new AssignEnterpriseArea("310118001"));
        Assert.Equal("310118002", Tell(assigned, Now, new AssignEnterpriseArea("310118002")).Area);
    }

    [Fact]
    public void A_change_says_every_field_that_differs()
    {
        var command = new ChangeEnterprise("某厂", "松江", "松江区某路2号", "销售服装", "股份有限公司", new DateOnly(2001, 2, 3), "100(万元人民币)", "江苏", ["TEXTILES"], "025-55500000");
        var changed = Assert.IsType<EnterpriseChanged>(Assert.Single(Enterprise.Concept.Decided(Some.Enterprise(), command, Now).Events));
        Assert.Equal(
            ["name", "district", "address", "businessScope", "enterpriseType", "registeredOn", "capital", "province", "telephone", "productClasses"],
            changed.Changed);
        Assert.Equal(
            "变更登记事项：名称、地区、注册地址、经营范围、企业类型、成立日期、注册资金、省份、联系电话、产品类别", changed.Summary.Chinese);
    }
}

internal sealed class EnterpriseStates() : SampleStates<EnterpriseState, EnterpriseCommand, EnterpriseEvent>(Enterprise.Concept)
{
    public override IReadOnlyList<(string Name, EnterpriseState? State)> States => EnterpriseTests.States;

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances => [("", Some.On(Some.Today))];
}
