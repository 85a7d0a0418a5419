using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Tests.Unit.Support;

/// <summary>One valid command of every type. A type that is missing here fails the tests that walk over all of them.</summary>
internal static class Samples
{
    /// <summary>The samples of all concepts.</summary>
    public static IReadOnlyList<Command> Every { get; } =
    [
        .. CaseSamples.All,
        .. CrimeTransferSamples.All,
        .. OfOwnFolders(),

        new RegisterEnterprise(Some.CreditCode, Some.Details, ["CLOTHING"], RiskLevel.Elevated),
        new ImportEnterprise(Some.CreditCode, Some.Details with { Address = "青浦区盈港路1号" }),
        new ChangeEnterprise(Name: "上海永固锁业有限公司", ProductClasses: ["其他"]),
        new AssignEnterpriseArea("310118001"),
        new AssessEnterpriseRisk(RiskLevel.High, "两年内两次抽检不合格"),
        new CloseEnterprise(Some.Grounds),
        new ReopenEnterprise(Some.Grounds),
        new EnterpriseDeadlineReached(EnterpriseDeadlines.LicenceNews, Some.TenOClock(Some.Today)),

        new RegisterLicence(Some.ProductionLicenceNumber, Some.CreditCode, new DateOnly(2024, 1, 1), new DateOnly(2028, 12, 31), ["服装"], "上海市市场监督管理局", "青浦区", LicenceKind.ProductionLicence),
        new ImportLicence(Some.ProductionLicenceNumber, Some.CreditCode, new DateOnly(2024, 1, 1), new DateOnly(2028, 12, 31), ["服装", "纺织品"], "上海市市场监督管理局", "青浦区盈港路1号", LicenceKind.ProductionLicence, RegisterStatus.Valid),
        new SuspendLicence(Some.Today.AddDays(60), Some.Grounds, Some.CaseOnPaper),
        new NoteSuspendingDecision("AJ-0000000001", 30, "复决1"),
        new ReinstateLicence(Some.Grounds),
        new RecordCertificateSuspension(Some.Today.AddDays(60), Some.Grounds),
        new ApplyForLicenceRenewal(Some.Today, "沪市监受〔2026〕8号"),
        new RefuseLicenceRenewal(Some.Grounds),
        new RenewLicence(new DateOnly(2029, 1, 1), new DateOnly(2033, 12, 31), Some.Grounds),
        new RequestLicenceWithdrawal(Some.Grounds),
        new WithdrawLicence(Some.Grounds),
        new DeclineLicenceWithdrawal(Some.Grounds),
        new RevokeLicence(Some.Grounds, Some.CaseOnPaper),
        new CorrectLicenceEnding(Some.Grounds),
        new CorrectCertificateSuspension(Some.Grounds),
        new CancelMistypedLicence("XK18-978-00002", "证书编号误登"),
        new CorrectLicence("证书原件载明的有效期至有误登", ValidTo: new DateOnly(2028, 6, 30), ProductClasses: ["服装"], IssuedBy: "上海市市场监督管理局"),
        new NoteHolderClosing(Some.Today),
        new NoteHolderReopening(),
        new DeregisterLicence(Some.Grounds, DeregistrationGround.ProductionStopped),
        new LicenceDeadlineReached(LicenceDeadlines.Expiry, Some.TenOClock(Some.Today)),

        SomeInspection.Plan,
        new BeginInspection(Some.CreditCode, [Some.Officer.User, "shao"]),
        SomeInspection.FilledIn with { Signature = SomeInspection.Unsigned },
        SomeInspection.Correction with { InspectedOn = Some.Today, Findings = SomeInspection.AllConforming, Summary = "未发现问题，已复核" },
        new CancelInspection(Some.Grounds),
        new AssignInspectionOfficers(["liang", "third"], Some.Grounds),
        new MoveInspectionWork("liang", "third", Some.Grounds),
        new HandOverInspection("QUALITY", Some.Grounds),
        new NoteInspectedClosing(Some.Today),
        new NoteInspectedReopening(),
        new InspectionDeadlineReached(Inspection.Due, Some.TenOClock(Some.Today)),

        SomeRectification.Order,
        new CorrectRectificationOrder(Some.Grounds, ["检验设备按期检定"], new DateOnly(2026, 4, 7), OrderedOn: Some.Today),
        new ReportRectification("已整改完毕"),
        new ExtendRectification(new DateOnly(2026, 5, 6), Some.Grounds),
        SomeRectification.Reinspect(ReinspectionResult.StillInViolation),
        new ProposeRectificationMeasure(RectificationMeasure.Banning, "多次责令仍不改正"),
        SomeRectification.Accept(RectificationMeasure.Suspension),
        new RecordMeasureAnswer(RectificationMeasure.Withdrawal, Granted: true, "同意撤销", "沪市监撤〔2026〕7号"),
        new CorrectMeasureAnswer(RectificationMeasure.Withdrawal, Granted: false, "不予撤销", "答复登记有误", "沪市监撤〔2026〕7号"),
        new CorrectReinspection(Some.Grounds),
        new VoidRectification(Some.Grounds),
        new NoteEnterpriseClosing(Some.Today),
        new NoteEnterpriseReopening(),
        new MoveRectificationWork(Some.Officer.User, "third", Some.Grounds),
        new AssignRectificationOfficer("third", Some.Grounds),
        new HandOverRectification("QUALITY", Some.Grounds),
        new RectificationDeadlineReached(RectificationDeadlines.Due, Some.TenOClock(Some.Today)),

        new RegisterSection("质量监督科", "Quality supervision section"),
        new RenameSection("质量科"),
        new CloseSection("机构改革"),
        new RegisterAgency(AgencyKind.Enforcement, "区市场监管局", "District market supervision bureau"),
        new RenameAgency("区市监局"),
        new CloseAgency("机构改革"),
        new RegisterProductClass("水泥", "Cement", IsKey: true),
        new RenameProductClass("水泥制品"),
        new CloseProductClass("并入建材"),

        new LoadWorkingYear(2027, [new DateOnly(2027, 1, 1)], [new DateOnly(2027, 1, 2)], "国务院办公厅通知", "国办发明电〔2026〕7号"),

        new CreateAccount("zhang.san", "张三", Roles.Officer, "INSPECTION", null, new Password("correct-horse-battery"), MustChangePassword: true),
        new ChangeAccountRoles("张三", Roles.Officer, "LEGAL", null),
        new SetPassword(new Password("correct-horse-battery"), MustChange: true),
        new ChangeOwnPassword(new Password("the-one-until-now"), new Password("correct-horse-battery")),
        new DisableAccount("调离"),
        new EnableAccount(),
        new UnlockAccount(),
        new RecordSignIn("a0b1c2d3e4f5a0b1c2d3e4f5a0b1c2d3"),
        new RecordFailedSignIn(),
        new SignOut("a0b1c2d3e4f5a0b1c2d3e4f5a0b1c2d3", Some.TenOClock(Some.Today).AddHours(8), Some.TenOClock(Some.Today)),
    ];

    // A concept's tests may bring its samples themselves.
    private static IEnumerable<Command> OfOwnFolders() => typeof(ICommandSamples).Assembly.GetTypes()
        .Where(type => type.IsClass && typeof(ICommandSamples).IsAssignableFrom(type))
        .SelectMany(type => ((ICommandSamples)Activator.CreateInstance(type)!).All);

    /// <summary>The sample of a type.</summary>
    public static Command Of(Type type) => Every.SingleOrDefault(sample => sample.GetType() == type)
        ?? throw new InvalidOperationException($"There is no sample of {type.Name}: add one to Samples.");

    /// <summary>The samples of one concept's commands, by name.</summary>
    public static IEnumerable<TCommand> Commands<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept)
        where TState : class
        where TCommand : Command
        where TEvent : Event
    {
        ArgumentNullException.ThrowIfNull(concept);
        return Concept<TState, TCommand, TEvent>.Permissions.Keys.OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (TCommand)Of(type));
    }
}

/// <summary>Samples that lie in their concept's own folder of tests.</summary>
internal interface ICommandSamples
{
    /// <summary>One valid command of every type.</summary>
    IEnumerable<Command> All { get; }
}
