using System.Collections.Immutable;
using System.Globalization;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Demo;

/// <summary>演示移送. The transfer of a case in which a crime is suspected. Each goes a step further than the one before,
/// so that there is one in every state.</summary>
/// <param name="serial">Which of the dozen.</param>
internal sealed class DemoTransfer(int serial)
{
    private const string Police = "PUBLIC_SECURITY";

    /// <summary>What the goods of its case are to be worth, in 分: beyond what makes a crime of them (法释〔2001〕10号 第二条).</summary>
    public long Worth => SoldThirds == 0 ? 160_000_00 + (serial * 4_000_00L) : 90_000_00 + (serial * 9_000_00L);

    /// <summary>How many thirds of them were sold: of most two, and of every fourth none, where the store alone makes it a crime.</summary>
    public int SoldThirds => serial % 4 == 3 ? 0 : 2;

    /// <summary>Tells its steps.</summary>
    /// <param name="steps">Where they go.</param>
    /// <param name="caseNumber">The case.</param>
    /// <param name="officer">Who opens it.</param>
    /// <param name="two">Who are its task group.</param>
    /// <param name="goods">The goods of the case.</param>
    /// <param name="day">The day on which it is opened.</param>
    public void Tell(
        List<DemoStep> steps, string caseNumber, string officer, ImmutableArray<string> two, DemoGoodsList goods, DateOnly day)
    {
        var cause = string.Create(CultureInfo.InvariantCulture, $"crime-transfer\n{serial}");
        var number = DemoCampaign.NumberFor(CrimeTransfer.Prefix, officer, cause);
        var (sold, stored) = (Yuan(goods.Sold), Yuan(goods.Stored));
        var met = goods.Sold > 0 ? $"销售金额{sold}元" : $"未销售货值{stored}元";
        Add(0, officer, new OpenCrimeTransfer(caseNumber, Police, Why($"{met}，达到刑事立案追诉标准", "移")));
        if (serial == 11)
        {
            Add(0, officer, new RequestEarlyIntervention("当事人正在转移账册和库存", null, null, Why("可能毁灭证据", "介")));
            return;
        }

        var report = $"专案组核实：货值金额{Yuan(goods.Worth)}元，其中销售金额{sold}元、未销售货值{stored}元；{met}达到追诉标准，建议移送";
        Add(0, officer, new NameTransferTaskGroup(two, report, Why("核实情况", "专")));
        if (serial == 10)
        {
            return;
        }

        Add(1, "leader", new DecideCrimeTransfer(serial != 9, Why(serial == 9 ? "部分销售单据系复印件，销售金额尚需进一步核实" : "同意移送", "批")));
        if (serial is 8 or 9)
        {
            return;
        }

        Add(1, officer, new SendCrimeTransfer([.. Enum.GetValues<TransferMaterial>()], Why("移送涉嫌犯罪案件", "送")));
        if (serial == 7)
        {
            return;
        }

        Add(1, officer, new CopyToProsecutors(false, Why("移送书抄送人民检察院", "抄")));
        Add(2, "liaison", new RecordPoliceReceipt($"澄公收〔演示〕{serial:D3}号"));
        if (serial == 6)
        {
            return;
        }

        var filed = serial is not (4 or 5);
        Add(4, "liaison", new RecordPoliceDecision(filed, filed ? null : "现有证据不足以认定犯罪事实", $"澄公立〔演示〕{serial:D3}号"));
        if (serial == 4)
        {
            Add(5, officer, new RequestReconsideration(Why($"销售账册和收款记录足以证明销售金额{sold}元", "复")));
        }

        if (serial == 5)
        {
            Add(12, "leader", new AcceptNotFiling(Why("补充调查后仍不足以认定犯罪事实，转行政处理", "受")));
        }

        if (filed && serial != 3)
        {
            var line = goods.Lines[0];
            var inStore = string.Create(CultureInfo.InvariantCulture, $"{line.Name}{line.Quantity:0}{line.Unit}及账册，详见清单");
            Add(5, officer, new HandOverEvidence(inStore, Why("移交涉案物品和材料", "交"), On(5)));
        }

        if (serial is 0 or 1)
        {
            Add(20, "liaison", new RecordProsecutionDecision(ProsecutionDecision.Prosecuted, $"澄检刑诉〔演示〕{serial:D3}号", null));
        }

        if (serial == 0)
        {
            // Quick, and possible: the party pleads guilty (刑事诉讼法 第二百二十二条).
            const string punishment = "判处有期徒刑八个月，缓刑一年，并处罚金";
            var judgment = string.Create(CultureInfo.InvariantCulture, $"（{day.Year}）演刑初{serial + 1:D3}号");
            Add(60, "liaison", new RecordJudgment(JudgmentOutcome.Sentenced, "澄州市望湖区人民法院（演示）", judgment, punishment));
        }

        DateOnly On(int after) => DemoDays.OnOrAfter(day.AddDays(after));

        void Add(int after, string user, CrimeTransferCommand command) => steps.Add(
            DemoStep.Of(
                On(after),
                SubjectKeys.Of(CrimeTransfer.Concept.Name, number),
                user,
                command is OpenCrimeTransfer ? cause : null,
                command));
    }

    private static string Yuan(long fen) => (fen / 100m).ToString("#,##0.##", CultureInfo.InvariantCulture);

    private Grounds Why(string reason, string document) =>
        new(reason, "行政执法机关移送涉嫌犯罪案件的规定 第三条", $"澄市监{document}〔演示〕{serial:D3}号");
}
