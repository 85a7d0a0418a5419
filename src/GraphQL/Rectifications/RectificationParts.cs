using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Rectifications;

/// <summary>复查. One re-inspection of an order.</summary>
/// <param name="one">As it was recorded.</param>
[Name("Reinspection"), ReadableBy(Readers.Bureau)]
public sealed class ReinspectionType(Reinspection one)
{
    /// <summary>复查日. The day it was recorded (Asia/Shanghai).</summary>
    public DateOnly ReinspectedOn => one.ReinspectedOn;

    /// <summary>结果. What it found.</summary>
    public ReinspectionResult Result => one.Result;

    /// <summary>复查情况. What the officers saw.</summary>
    public string Findings => one.Findings;

    /// <summary>移送单位. To whom it was referred, or null.</summary>
    public string? ReferredTo => one.ReferredTo;

    /// <summary>执法人员. Who went.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IEnumerable<IDataLoaderResult<UserType?>> Officers(IResolveFieldContext field, [FromServices] Database database) => one.Officers.Select(name => UserType.Load(field, database, name));
}

/// <summary>处理建议. A measure that is proposed and that a person decides.</summary>
/// <param name="proposal">As it stands.</param>
/// <param name="basis">By which article it may be taken, or null.</param>
[Name("MeasureProposal"), ReadableBy(Readers.Bureau)]
public sealed class MeasureProposalType(MeasureProposal proposal, LadderBasis? basis)
{
    /// <summary>依据. The article by which the measure may be taken for this kind of licence; null where none is concerned, or none allows
    /// it.</summary>
    public string? Basis => basis?.Text.Chinese;

    /// <summary>依据待核实. Whether that article has still to be confirmed.</summary>
    public bool IsBasisProvisional => basis?.IsProvisional == true;

    /// <summary>措施. Which.</summary>
    public RectificationMeasure Measure => proposal.Measure;

    /// <summary>建议缘由. Why it is proposed.</summary>
    public ProposalCause Cause => proposal.Cause;

    /// <summary>建议日. The day (Asia/Shanghai).</summary>
    public DateOnly ProposedOn => proposal.ProposedOn;

    /// <summary>决定截止日. The last day of the internal term; null once its lapse is recorded.</summary>
    public DateOnly? DecideBy => proposal.DecideBy;

    /// <summary>理由. What the proposer said; null when the system proposed.</summary>
    public string? Reason => proposal.Reason;

    /// <summary>建议人. The user name of who proposed it; null when the system did.</summary>
    public string? By => proposal.By;
}

/// <summary>已决定的措施. What a person made of a proposal: a document with number, date, recipient and answer, or the reason why not.</summary>
/// <param name="decided">As it was decided.</param>
[Name("DecidedMeasure"), ReadableBy(Readers.Bureau)]
public sealed class DecidedMeasureType(DecidedMeasure decided)
{
    /// <summary>措施. Which.</summary>
    public RectificationMeasure Measure => decided.Measure;

    /// <summary>采纳. Whether it was taken.</summary>
    public bool Accepted => decided.Accepted;

    /// <summary>决定日. The document's day (Asia/Shanghai).</summary>
    public DateOnly DecidedOn => decided.DecidedOn;

    /// <summary>送达对象. To whom the document goes; null when declined.</summary>
    public string? Recipient => decided.Recipient;

    /// <summary>暂扣至. The last day of a suspension, or null.</summary>
    public DateOnly? Until => decided.Until;

    /// <summary>理由. Why.</summary>
    public string Reason => decided.Grounds.Reason;

    /// <summary>法律依据. The statute and article.</summary>
    public string Basis => decided.Grounds.Basis;

    /// <summary>文书编号. The document's number; null when declined without one.</summary>
    public string? DocumentNumber => decided.Grounds.DocumentNumber;

    /// <summary>案件. The number of the case in which it was decided or that was filed, or null.</summary>
    public string? Case => decided.Case;

    /// <summary>答复. What the recipient answered; null while it has not.</summary>
    public MeasureAnswerType? Answer => decided.Answer is { } answer ? new MeasureAnswerType(answer) : null;

    /// <summary>决定人. Who decided.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<UserType?> DecidedBy(IResolveFieldContext field, [FromServices] Database database) => UserType.Load(field, database, decided.DecidedBy.User);
}

/// <summary>答复. What the recipient of a measure's document answered.</summary>
/// <param name="answer">As it was recorded.</param>
[Name("MeasureAnswer"), ReadableBy(Readers.Bureau)]
public sealed class MeasureAnswerType(MeasureAnswer answer)
{
    /// <summary>答复日. The day it was recorded (Asia/Shanghai).</summary>
    public DateOnly AnsweredOn => answer.AnsweredOn;

    /// <summary>同意. Whether what was asked for was done.</summary>
    public bool Granted => answer.Granted;

    /// <summary>内容. What it says.</summary>
    public string Text => answer.Text;

    /// <summary>文书编号. The number of the answer.</summary>
    public string? DocumentNumber => answer.DocumentNumber;
}

/// <summary>逾期记录. A term of the bureau's own that lapsed.</summary>
/// <param name="lapse">As it was recorded.</param>
[Name("RectificationLapse"), ReadableBy(Readers.Bureau)]
public sealed class RectificationLapseType(RectificationLapse lapse)
{
    /// <summary>期限种类. What was owed.</summary>
    [OutputType(typeof(NonNullGraphType<Deadlines.DeadlineKindType>))]
    public string Kind => lapse.Kind;

    /// <summary>期限末日. The last day of the term (Asia/Shanghai).</summary>
    public DateOnly LastDay => lapse.LastDay;

    /// <summary>规则. The rule and its article, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Rule(IResolveFieldContext field) => RuleTexts.Of(lapse.Rule).In(GraphQLRequestContext.Of(field).English);

    /// <summary>责任科室. Who answers for it.</summary>
    public string? Section => lapse.Section;

    /// <summary>负责职务. The office that answers for it, as the head of the section for a measure; null where an officer does.</summary>
    public Role? Office => WireName.Find<Role>(lapse.Officer);

    /// <summary>责任人. The officer who answers for it; null where an office does.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<UserType?> Officer(IResolveFieldContext field, [FromServices] Database database) => UserType.Load(field, database, lapse.Officer ?? "");
}

/// <summary>责令更正. One correction of an order, with what it said before.</summary>
/// <param name="correction">As it was recorded.</param>
[Name("RectificationCorrection"), ReadableBy(Readers.Bureau)]
public sealed class RectificationCorrectionType(RectificationCorrection correction)
    : CorrectionPart(correction.CorrectedOn, correction.By, correction.Grounds)
{
    /// <summary>更正前责令日. The day that the order said before (Asia/Shanghai).</summary>
    public DateOnly OrderedOnBefore => correction.Before.OrderedOn;

    /// <summary>更正前期限. Its last day before (Asia/Shanghai).</summary>
    public DateOnly DueOnBefore => correction.DueBefore;

    /// <summary>更正前整改要求. What was to be put right before, one by one.</summary>
    public IReadOnlyList<string> RequirementsBefore => correction.Before.Requirements;

    /// <summary>更正前企业. The credit code of who had to put it right before; null where that was a den.</summary>
    public string? EnterpriseBefore => correction.Before.Enterprise;

    /// <summary>更正前窝点. The number of the den that had to put it right before; null where that was an enterprise.</summary>
    public string? DenBefore => correction.Before.Den;

    /// <summary>更正前许可证. The number of the licence before, or null.</summary>
    public string? LicenceBefore => correction.Before.Licence;

    /// <summary>已采取措施. The measures that had been taken on the ground of the order by then.</summary>
    public IReadOnlyList<RectificationMeasure> Followed => correction.Followed;
}
