using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Tests.Unit.Support;

/// <summary>One valid command of every type of a crime transfer.</summary>
internal static class CrimeTransferSamples
{
    public static readonly Command[] All =
    [
        new OpenCrimeTransfer("AJ-0000000001", "police", Some.Grounds),
        new RequestEarlyIntervention("嫌疑人正在转移物证", "AJ-0000000001", "police", Some.Grounds),
        new NameTransferTaskGroup(["officer", "second"], "经查，销售金额已达追诉标准", Some.Grounds),
        new MoveCrimeTransferWork("officer", "third", Some.Grounds),
        new ChangeTransferSection("QUALITY", Some.Grounds),
        new DecideCrimeTransfer(Approve: true, Some.Grounds),
        new SendCrimeTransfer([.. Enum.GetValues<TransferMaterial>()], Some.Grounds),
        new RequestReconsideration(Some.Grounds),
        new RequestProsecutorSupervision(Some.Grounds),
        new HandOverEvidence("涂料100桶", Some.Grounds),
        new AnswerEarlyIntervention(Joins: true, "介〔2026〕1号"),
        new RecordPoliceReceipt("收〔2026〕1号"),
        new RecordPoliceDecision(Filed: true, null, "立〔2026〕1号"),
        new ForwardCrimeTransfer("economic-police", "不属本机关管辖", "转〔2026〕1号"),
        new RecordPoliceReturn("不构成犯罪", "退〔2026〕1号"),
        new ReaddressCrimeTransfer("economic-police", Some.Grounds),
        new WithdrawCrimeTransfer(Some.Grounds),
        new CopyToProsecutors(WithPenaltyDecisions: false, Some.Grounds),
        new AcceptNotFiling(Some.Grounds),
        new RecordProsecutionDecision(ProsecutionDecision.Prosecuted, "起诉〔2026〕1号", null),
        new RecordJudgment(JudgmentOutcome.Sentenced, "区人民法院", "刑初〔2026〕1号", "有期徒刑一年，缓刑一年，并处罚金"),
        new CorrectCrimeTransfer(TransferRecord.Receipt, Some.Grounds),
        new CrimeTransferDeadlineReached(CrimeTransferDeadlines.Decision, Some.TenOClock(Some.Today)),
    ];
}
