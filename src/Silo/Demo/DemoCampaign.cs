using System.Collections.Immutable;
using System.Globalization;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Demo;

/// <summary>演示步骤. One command of the demonstration's campaign, and the day on which it is given.</summary>
/// <param name="Day">日. The day (Asia/Shanghai).</param>
/// <param name="Subject">主体. What it is about: steps of one subject are given one after the other.</param>
/// <param name="User">用户. Who gives it.</param>
/// <param name="Cause">缘由. What its command id follows from, so that a start that was interrupted goes on.</param>
/// <param name="Command">命令.</param>
internal sealed record DemoStep(DateOnly Day, string Subject, string User, string Cause, Command Command)
{
    /// <summary>A step.</summary>
    /// <param name="day">Its day.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="user">Who gives it.</param>
    /// <param name="makes">The cause of a command that makes its subject, because the subject's number follows from it; null for any other.</param>
    /// <param name="command">The command.</param>
    public static DemoStep Of(DateOnly day, string subject, string user, string? makes, Command command) =>
        new(day, subject, user, makes ?? string.Create(CultureInfo.InvariantCulture, $"{subject}\n{command.GetType().Name}\n{day.DayNumber}"), command);
}

/// <summary>演示行动. A campaign in progress in the invented district: inspections of licensed producers, and what became of the orders that followed, in every state that an order can be in.</summary>
/// <param name="district">The district.</param>
/// <param name="today">The day up to which it has come.</param>
internal sealed class DemoCampaign(GeneratedDistrict district, DateOnly today)
{
    /// <summary>How long ago the campaign began, in days.</summary>
    public const int Days = 107;

    private const int Inspections = 320;
    private const int Drawn = 48;
    private const long Seed = 20_251_109;

    private static readonly ImmutableArray<string> People = ["officer", .. DemoPeople.Officers.Select(officer => officer.User)];

    private static readonly (ChecklistItem Item, string Note, string Requirement)[] Faults =
    [
        (ChecklistItem.TestEquipment, "出厂检验所用天平超过检定有效期", "检验设备按期检定"),
        (ChecklistItem.IncomingInspection, "三批原材料没有进厂检验记录", "建立并执行原材料进厂检验制度"),
        (ChecklistItem.OutgoingInspection, "产品未经出厂检验即入库", "每批产品出厂检验合格后方可入库"),
        (ChecklistItem.ProcessControl, "关键工序没有记录控制参数", "关键工序逐班记录控制参数"),
        (ChecklistItem.Premises, "成品库与原料库未分开", "成品与原料分区存放"),
        (ChecklistItem.ProductionEquipment, "必备生产设备缺一台", "补足必备生产设备"),
        (ChecklistItem.MaterialsAndSteps, "用料低于标准规定", "按标准用料，清查已出厂批次"),
        (ChecklistItem.LicenceScopeAndMarks, "标识的许可证编号与证书不符", "更正产品标识"),
    ];

    /// <summary>The campaign's first day.</summary>
    public DateOnly Start { get; } = DemoDays.OnOrBefore(today.AddDays(-Days));

    /// <summary>The campaign's code, by which its inspections name it.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"SHUANGDA-{Start.Year}");

    /// <summary>Everything that has happened until today, by day.</summary>
    public IReadOnlyList<DemoStep> Steps()
    {
        var steps = new List<DemoStep>();
        // Long enough in force that nothing of the campaign meets the licence's end.
        var visited = district.Licences
            .Where(licence => licence.Becomes is LicenceStatus.Active && licence.ValidTo > today.AddDays(300) && ProductClass.List.FindDelivered(licence.ProductClass)!.IsKey)
            .DistinctBy(licence => licence.Enterprise)
            .Take(Inspections)
            .ToList();
        var lots = RandomDraw.Draw(Seed, visited.TakeLast(Drawn).Select(licence => licence.Enterprise), People, Drawn, 2).ToDictionary(drawn => drawn.Enterprise);
        var cases = new DemoCases(
            district,
            Start,
            [
                .. visited.Index().Where(one => LeadsToCase(one.Index))
                    .Select(one => new DemoFinding(one.Index, Inspections, one.Item.Enterprise)),
            ]);
        for (var place = 0; place < visited.Count; place++)
        {
            Visit(steps, cases, place, visited[place], lots.GetValueOrDefault(visited[place].Enterprise));
        }

        steps.AddRange(cases.Steps());
        return [.. steps.Where(step => step.Day <= today).OrderBy(step => step.Day)];
    }

    // Of those that are made: every other one of that kind is called off.
    private static bool LeadsToCase(int place) => place % 40 == 37;

    private void Visit(List<DemoStep> steps, DemoCases cases, int place, GeneratedLicence licence, Drawn? lot)
    {
        // The last two dozen are planned for the days to come.
        var day = DemoDays.OnOrAfter(Start.AddDays(14 + (place * (Days - 7) / Inspections)));
        var number = NumberFor(Inspection.NumberPrefix, People[place % People.Length], $"inspection\n{place}");
        var officers = lot?.Officers ?? [People[place % People.Length], People[(place + 1 + (place / People.Length % (People.Length - 1))) % People.Length]];
        var basis = lot is not null ? InspectionBasis.RandomDraw : place % 7 == 3 ? InspectionBasis.Lead : InspectionBasis.Sweep;
        Add(DemoDays.OnOrBefore(day.AddDays(-9)), People[place % People.Length], new PlanInspection(licence.Enterprise, basis, DemoDays.OnOrAfter(day.AddDays(1)), Code, officers, Lead: basis is InspectionBasis.Lead ? "12365转来群众反映：该企业产品标识与实物不符" : null, Draw: lot?.Record));
        switch (place % 40)
        {
            case 17:
                Add(day, "section-head", new CancelInspection(new Grounds("企业临时停产检修，另行安排", "监督检查计划管理规定（内部）")));
                return;
            case 29:
                return; // nobody went: its day passes
        }

        var fault = Faults[place % Faults.Length];
        var result = (place % 20) switch { < 10 => InspectionResult.None, < 17 => InspectionResult.Rectification, 17 => InspectionResult.Case, 18 => InspectionResult.Lead, _ => InspectionResult.ProductionStopped };
        var severity = result switch { InspectionResult.None => FindingSeverity.Minor, InspectionResult.Case => FindingSeverity.Serious, _ => place % 3 == 0 ? FindingSeverity.Serious : FindingSeverity.Ordinary };
        var findings = result is InspectionResult.ProductionStopped ? [] : Filled(result is not InspectionResult.None || place % 4 == 1 ? fault : null, severity);
        Add(day, People[place % People.Length], new RecordInspection(
            officers, findings, result, Said(result, fault.Note), day,
            result is InspectionResult.Lead ? DemoAct.CompetentFor(licence.ProductClass) : null,
            LeadsToCase(place) ? cases.NumberOf(place) : null));
        if (result is InspectionResult.ProductionStopped && place % 60 != 19)
        {
            steps.Add(DemoStep.Of(DemoDays.OnOrAfter(day.AddDays(12)), SubjectKeys.Of(Licence.Concept.Name, licence.Number), "section-head", null, new DeregisterLicence(new Grounds("检查发现已停止该产品的生产", "行政许可法 第七十条", $"澄市监注〔演示〕{place:D3}号"), DeregistrationGround.ProductionStopped)));
        }

        if (result is InspectionResult.Rectification)
        {
            Order(steps, place, licence, number, DemoDays.OnOrAfter(day.AddDays(1)), fault.Requirement);
        }

        void Add(DateOnly on, string user, InspectionCommand command) => steps.Add(DemoStep.Of(on < Start ? Start : on, SubjectKeys.Of(Inspection.Concept.Name, number), user, command is PlanInspection ? $"inspection\n{place}" : null, command));
    }

    private static void Order(List<DemoStep> steps, int place, GeneratedLicence licence, string inspection, DateOnly day, string requirement)
    {
        var officer = People[place % People.Length];
        var number = NumberFor(Rectification.NumberPrefix, officer, $"rectification\n{place}");
        var due = day.AddDays(15 + (place % 3 * 5));
        var last = day.AddDays(-1);
        Add(day, officer, new OrderRectification(licence.Enterprise, [requirement, "举一反三，排查同类问题并书面报告"], Why("生产条件达不到许可要求，责令限期整改", "责改", place), due, licence.Number, inspection));
        ImmutableArray<string> two = [officer, People[(place + 2) % People.Length]];
        // A certificate is its body's: the body is told, and no authority is asked to withdraw it.
        var isCertificate = licence.Kind is LicenceKind.CompulsoryCertificate;
        var first = isCertificate ? RectificationMeasure.CertificationBody : RectificationMeasure.Suspension;

        // Every twenty inspections give seven orders; counted on, their fates go round all sixteen.
        switch (((place / 20 * 7) + (place % 20) - 10) % 16)
        {
            case 0 or 1 or 2 or 3 or 4 or 5:
                Report(Before(-4));
                Reinspect(due.AddDays(2), ReinspectionResult.Complied);
                break;
            case 6:
                Add(Before(-3), "section-head", new ExtendRectification(due.AddDays(14), Why("设备采购到货推迟", "延期", place)));
                Report(due.AddDays(9));
                Reinspect(due.AddDays(15), ReinspectionResult.Complied);
                break;
            case 7:
                Report(Before(-1)); // nobody has looked since: the re-inspection's term lapses
                break;
            case 8:
                Report(Before(-2));
                Reinspect(due.AddDays(5), ReinspectionResult.StillInViolation);
                Take(due.AddDays(8), first);
                break;
            case 9:
                Report(Before(-2));
                Reinspect(due.AddDays(4), ReinspectionResult.PenaltyProposed);
                Add(due.AddDays(7), "section-head", new DecideRectificationMeasure(first, Accept: false, Why("企业已提交可行的整改方案，先行立案处罚", "决",
                    place)));
                if (!isCertificate)
                {
                    var filing = new ProposeRectificationMeasure(RectificationMeasure.ConditionsCase, "未能持续保持取得许可的规定条件，建议立案查处");
                    Add(due.AddDays(8), officer, filing);
                    Take(due.AddDays(9), RectificationMeasure.ConditionsCase);
                }

                break;
            case 10:
                break; // overdue, and nobody has decided
            case 11:
                Take(due.AddDays(4), first);
                TakeOfLicence(due.AddDays(10), RectificationMeasure.Withdrawal);
                break;
            case 12:
                Take(due.AddDays(3), first);
                TakeOfLicence(due.AddDays(8), RectificationMeasure.Withdrawal);
                Answer(due.AddDays(20), isCertificate ? first : RectificationMeasure.Withdrawal, isCertificate ? "已撤销该认证证书" : "同意撤销该许可");
                Take(due.AddDays(22), RectificationMeasure.Banning);
                Answer(due.AddDays(35), RectificationMeasure.Banning, "区政府已组织取缔");
                break;
            case 13:
                Report(Before(-5));
                Reinspect(due.AddDays(1), ReinspectionResult.Referred, DemoAct.CompetentFor(licence.ProductClass));
                break;
            case 14:
                Add(Before(-6), officer, new ProposeRectificationMeasure(RectificationMeasure.Deregistration, "企业已停止生产并提出注销"));
                Take(Before(-2), RectificationMeasure.Deregistration);
                break;
            default:
                Add(Before(-7), "legal", new VoidRectification(Why("责令事项认定有误，予以撤销", "撤", place)));
                break;
        }

        DateOnly Before(int days) => DemoDays.OnOrBefore(due.AddDays(days));

        // What follows comes on a later day, also where days of rest lie between.
        void Add(DateOnly on, string user, RectificationCommand command)
        {
            last = DemoDays.OnOrAfter(on > last ? on : last.AddDays(1));
            var makes = command is OrderRectification ? $"rectification\n{place}" : null;
            steps.Add(DemoStep.Of(last, SubjectKeys.Of(Rectification.Concept.Name, number), user, makes, command));
        }

        void Report(DateOnly on) => Add(on, officer, new ReportRectification("已按要求整改完毕，附整改记录"));
        void Reinspect(DateOnly on, ReinspectionResult result, string? to = null) => Add(on, officer, new RecordReinspection(result, two, "现场复查整改事项", Why("复查整改情况", "复查", place), ReferredTo: to));
        void Take(DateOnly on, RectificationMeasure measure) => Add(on, "section-head", new DecideRectificationMeasure(
            measure,
            Accept: true,
            Why("整改不合格或者逾期未改正", "决", place),
            measure is RectificationMeasure.Suspension ? on.AddDays(120) : null,
            Case: CaseOf(measure)));
        string? CaseOf(RectificationMeasure measure) => measure switch
        {
            RectificationMeasure.Suspension => $"澄市监罚〔演示〕{place:D3}号",
            RectificationMeasure.ConditionsCase => $"澄市监立〔演示〕{place:D3}号",
            _ => null,
        };

        void TakeOfLicence(DateOnly on, RectificationMeasure measure)
        {
            if (!isCertificate)
            {
                Take(on, measure);
            }
        }

        void Answer(DateOnly on, RectificationMeasure measure, string answer) => Add(on, "section-head", new RecordMeasureAnswer(measure, Granted: true, answer, $"澄市监复〔演示〕{place:D3}号"));
    }

    private static ImmutableArray<FindingReport> Filled((ChecklistItem Item, string Note, string Requirement)? fault, FindingSeverity severity) =>
    [
        .. Enum.GetValues<ChecklistItem>().Select(item => item == fault?.Item
            ? new FindingReport(item, FindingResult.Nonconforming, severity, fault.Value.Note)
            : new FindingReport(item, FindingResult.Conforming)),
    ];

    private static string Said(InspectionResult result, string fault) => result switch
    {
        InspectionResult.None => "生产条件持续符合要求",
        InspectionResult.ProductionStopped => "企业已停止发证产品的生产，设备已清出",
        _ => fault,
    };

    private static Grounds Why(string reason, string document, int place) => new(reason, "工业产品生产许可证管理条例 第四十五条", $"澄市监{document}〔演示〕{place:D3}号");

    internal static string NumberFor(string prefix, string user, string cause) => DrawnNumber.For(prefix, new Actor(user, Roles.Officer, null, null, SubjectKeys.CommandIdFor($"demo\n{cause}")));
}
