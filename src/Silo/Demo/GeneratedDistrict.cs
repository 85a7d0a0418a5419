using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.ProductClasses;

namespace ShuangDa.Silo.Demo;

/// <summary>虚构区域. A subdistrict, town or township that does not exist. Its code is formed as the state's are (nine digits, subdistricts from 001, towns from 100, townships from 200), under a county's code that none has.</summary>
/// <param name="Code">代码.</param>
/// <param name="Kind">性质.</param>
/// <param name="Name">名称.</param>
/// <param name="EnglishName">英文名称.</param>
/// <param name="District">所属区县. The name of the district that it is of.</param>
/// <param name="ClosedFor">撤销理由. Why it is no more; null for one that is in use.</param>
public sealed record GeneratedArea(string Code, AreaKind Kind, string Name, string EnglishName, string District, string? ClosedFor = null);

/// <summary>虚构企业. An enterprise that does not exist. Its credit code has right check characters and an area code that no area has.</summary>
/// <param name="CreditCode">统一社会信用代码.</param>
/// <param name="Details">登记事项.</param>
/// <param name="ProductClass">产品类别. The code of what it makes.</param>
/// <param name="RiskLevel">风险等级.</param>
/// <param name="HoldsLicences">持证. Whether it may hold licences; one in twelve holds none, as in real registers.</param>
/// <param name="IsClosed">终止. Whether it is to be closed; only one that holds no licence is.</param>
/// <param name="Area">所在区域. The code of the area that its address names; null where the address names none, as in one of forty.</param>
public sealed record GeneratedEnterprise(string CreditCode, EnterpriseDetails Details, string ProductClass, RiskLevel RiskLevel, bool HoldsLicences, bool IsClosed, string? Area);

/// <summary>虚构许可证. A licence that does not exist.</summary>
/// <param name="Number">证书编号.</param>
/// <param name="Enterprise">持证企业. The credit code of its holder.</param>
/// <param name="ValidFrom">有效期起.</param>
/// <param name="ValidTo">有效期至.</param>
/// <param name="ProductClass">产品类别. A code.</param>
/// <param name="IssuedBy">发证机关.</param>
/// <param name="ProductionAddress">生产地址.</param>
/// <param name="Kind">种类.</param>
/// <param name="Becomes">状态. Where it is to stand: what has happened to it since it was registered.</param>
public sealed record GeneratedLicence(
    string Number, string Enterprise, DateOnly ValidFrom, DateOnly ValidTo, string ProductClass, string IssuedBy, string ProductionAddress, LicenceKind Kind, LicenceStatus Becomes);

/// <summary>虚构辖区. A district that does not exist, the same for the same seed and day: enterprises, and licences of every kind and status with dates around that day.</summary>
/// <param name="Enterprises">企业.</param>
/// <param name="Licences">许可证. Each of one of the enterprises.</param>
public sealed record GeneratedDistrict(ImmutableArray<GeneratedEnterprise> Enterprises, ImmutableArray<GeneratedLicence> Licences)
{
    private const string City = "澄州市";
    private const string Issuer = "澄州市市场监督管理局";

    // No area of China has this number.
    private const string Area = "369901";

    // The characters of a credit code; I, O, S, V and Z are not among them.
    private const string CodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>认证机构. Who issues certificates: a certification body, and no authority (认证认可条例 第二十九条).</summary>
    public const string CertificationBody = "澄华产品认证中心（虚构机构）";

    // A district bureau has one district (行政处罚法 第二十二条).
    private const string District = "望湖区";

    /// <summary>区域. The areas of the district, the same for every seed.</summary>
    public static ImmutableArray<GeneratedArea> Areas { get; } =
    [
        new("369901001", AreaKind.Subdistrict, "湖滨街道", "Hubin Subdistrict", District),
        new("369901002", AreaKind.Subdistrict, "永安街道", "Yong'an Subdistrict", District),
        new("369901003", AreaKind.Subdistrict, "东园街道", "Dongyuan Subdistrict", District),
        new("369901100", AreaKind.Town, "环湖镇", "Huanhu Town", District),
        new("369901004", AreaKind.Subdistrict, "溪口街道", "Xikou Subdistrict", District),
        new("369901005", AreaKind.Subdistrict, "新民街道", "Xinmin Subdistrict", District),
        new("369901101", AreaKind.Town, "柳塘镇", "Liutang Town", District),
        new("369901102", AreaKind.Town, "竹溪镇", "Zhuxi Town", District),
        new("369901006", AreaKind.Subdistrict, "关前街道", "Guanqian Subdistrict", District),
        new("369901007", AreaKind.Subdistrict, "长虹街道", "Changhong Subdistrict", District),
        new("369901103", AreaKind.Town, "白石镇", "Baishi Town", District),
        new("369901104", AreaKind.Town, "城关镇", "Chengguan Town", District),
        new("369901105", AreaKind.Town, "松源镇", "Songyuan Town", District),
        new("369901106", AreaKind.Town, "茶亭镇", "Chating Town", District),
        new("369901200", AreaKind.Township, "高坪乡", "Gaoping Township", District),
        new("369901201", AreaKind.Township, "梅坑乡", "Meikeng Township", District, ClosedFor: "撤乡并镇，并入松源镇"),
    ];

    /// <summary>The area in which an address lies: the district and the area begin it. Null where it names none.</summary>
    /// <param name="address">The address.</param>
    public static GeneratedArea? AreaOf(string address) =>
        Areas.FirstOrDefault(area => address.StartsWith(area.District + area.Name, StringComparison.Ordinal));

    private static readonly string[] Roads = ["建设路", "工业大道", "兴业路", "滨河东路", "科技路", "永安街", "新民路", "长虹路", "东园路", "丰收路", "环湖西路", "创业大道"];
    private static readonly string[] First = ["华", "瑞", "恒", "鼎", "盛", "嘉", "兴", "德", "金", "联", "宏", "永", "泰", "新", "美", "佳", "诚", "润", "远", "康", "禾", "星", "凯", "博", "正"];
    private static readonly string[] Second = ["丰", "达", "源", "祥", "茂", "隆", "通", "利", "顺", "安", "和", "辉", "宇", "创", "宝", "信", "益", "洁", "林", "洋", "峰", "阳", "航", "成", "悦"];
    private static readonly string[] Forms = ["有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "厂"];
    private static readonly int[] Capitals = [10, 30, 50, 100, 100, 200, 300, 500, 500, 1000, 2000, 5000];

    private static readonly (string Class, string Trade, string Products, int Weight)[] Trades =
    [
        ("AUTO_PARTS", "汽车配件", "汽车零部件及配件", 8),
        ("FOOD", "食品", "糕点、饮料、调味品等食品", 14),
        ("OIL_SALT_CHEMICALS", "化工", "化工原料及产品（不含危险化学品）", 6),
        ("FERTILISER", "肥业", "复混肥料、有机肥料", 4),
        ("FARM_SUPPLIES", "农资", "农用薄膜、农机具及配件", 4),
        ("WOOD_PANELS", "木业", "胶合板、细木工板等人造板", 6),
        ("COATINGS", "涂料", "建筑涂料、木器涂料", 6),
        ("LOW_VOLTAGE_ELECTRICAL", "电器", "低压成套开关设备、断路器、接触器", 12),
        ("DETERGENTS", "日化", "洗衣粉、洗涤剂", 4),
        ("COSMETICS", "化妆品", "护肤类、发用类化妆品", 5),
        ("HOUSEHOLD_APPLIANCES", "家电", "电热水壶、电风扇等家用电器", 8),
        ("TEXTILES", "纺织", "棉纱、坯布、床上用品", 8),
        ("CLOTHING", "服饰", "服装、针织品", 10),
        ("FIBRE_PRODUCTS", "纤维制品", "絮用纤维制品", 3),
        ("OTHER", "五金", "五金制品、塑料制品", 4),
    ];

    /// <summary>Makes a district.</summary>
    /// <param name="seed">Which; the same seed and day always make the same.</param>
    /// <param name="today">The day (Asia/Shanghai) around which dates lie.</param>
    /// <param name="enterprises">How many enterprises.</param>
    /// <param name="licences">How many licences.</param>
    /// <param name="startsAhead">Whether the first valid day of some licences lies ahead.</param>
    public static GeneratedDistrict Make(int seed, DateOnly today, int enterprises = 2000, int licences = 3000, bool startsAhead = false)
    {
        var random = new Random(seed);
        var made = MakeEnterprises(random, today, enterprises);
        var holders = made.Where(one => one.HoldsLicences).ToArray();
        return new GeneratedDistrict(
            made,
            [
                .. Enumerable.Range(1, licences).Select(
                    serial => MakeLicence(random, today, serial, holders[random.Next(holders.Length)], startsAhead))
            ]);
    }

    private static ImmutableArray<GeneratedEnterprise> MakeEnterprises(Random random, DateOnly today, int count)
    {
        var names = new HashSet<string>();
        var made = ImmutableArray.CreateBuilder<GeneratedEnterprise>(count);
        for (var serial = 0; serial < count; serial++)
        {
            var trade = TradeFrom(random);
            var area = serial % 40 == 23 ? null : AreaOf(serial);
            string name;
            do
            {
                name = $"{City[..2]}{Pick(random, First)}{Pick(random, Second)}{(names.Count > 1500 ? Pick(random, First) : "")}{trade.Trade}{Pick(random, Forms)}";
            }
            while (!names.Add(name));

            var registeredOn = today.AddDays(-random.Next(400, 11_000));
            var details = new EnterpriseDetails(
                name,
                District,
                Address(random, area),
                $"{trade.Products}的生产、加工、销售；货物进出口。【依法须经批准的项目，经相关部门批准后方可开展经营活动】",
                name.EndsWith('厂') ? "个人独资企业" : name.EndsWith("股份有限公司", StringComparison.Ordinal) ? "股份有限公司" : "有限责任公司",
                registeredOn,
                string.Create(CultureInfo.InvariantCulture, $"{Pick(random, Capitals):N0}(万元人民币)"),
                "虚构省",
                // No place has this prefix: nobody is called.
                string.Create(CultureInfo.InvariantCulture, $"0000-5550{serial % 10_000:D4}"));
            var risk = random.Next(100) switch { < 25 => RiskLevel.Low, < 80 => RiskLevel.Ordinary, < 95 => RiskLevel.Elevated, _ => RiskLevel.High };
            made.Add(new GeneratedEnterprise(CodeOf(serial), details, trade.Class, risk, HoldsLicences: serial % 12 != 11, IsClosed: serial % 96 == 11, area?.Code));
        }

        return made.MoveToImmutable();
    }

    private static GeneratedLicence MakeLicence(Random random, DateOnly today, int serial, GeneratedEnterprise holder, bool startsAhead)
    {
        var kind = holder.ProductClass switch
        {
            "FOOD" => LicenceKind.FoodProductionLicence,
            "LOW_VOLTAGE_ELECTRICAL" or "HOUSEHOLD_APPLIANCES" or "AUTO_PARTS" when random.Next(3) > 0 => LicenceKind.CompulsoryCertificate,
            _ => LicenceKind.ProductionLicence,
        };
        var becomes = random.Next(1000) switch
        {
            < 740 => LicenceStatus.Active,
            < 800 => LicenceStatus.Suspended,
            < 900 => LicenceStatus.Expired,
            < 950 => LicenceStatus.Deregistered,
            < 970 => LicenceStatus.Withdrawn,
            _ => LicenceStatus.Revoked,
        };
        var validTo = becomes is LicenceStatus.Expired ? today.AddDays(-random.Next(1, 500))
            // One in four of those in force ends within a quarter of a year: that is what a day's work looks at.
            : random.Next(4) == 0 ? today.AddDays(random.Next(1, 92))
            : today.AddDays(random.Next(92, 1600)); // all begin before the campaign does
        var validFrom = validTo.AddYears(-5).AddDays(1);
        if (startsAhead && becomes is LicenceStatus.Active && serial % 60 == 17)
        {
            // Issued already, its first valid day lies ahead.
            (becomes, validFrom) = (LicenceStatus.NotYetValid, today.AddDays(5 + (serial % 40)));
            validTo = validFrom.AddYears(5).AddDays(-1);
        }

        return new GeneratedLicence(
            NumberOf(random, kind, serial, validFrom), holder.CreditCode, validFrom, validTo, holder.ProductClass,
            kind is LicenceKind.CompulsoryCertificate ? CertificationBody : Issuer,
            random.Next(3) == 0 ? Address(random, area: null) : holder.Details.Address!, kind, becomes);
    }

    private static string NumberOf(Random random, LicenceKind kind, int serial, DateOnly validFrom) => kind switch
    {
        LicenceKind.ProductionLicence => string.Create(CultureInfo.InvariantCulture, $"XK{random.Next(1, 30):D2}-{random.Next(1, 400):D3}-{serial:D5}"),
        LicenceKind.FoodProductionLicence => string.Create(CultureInfo.InvariantCulture, $"SC{random.Next(101, 132)}{Area}{serial:D5}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{validFrom.Year:D4}0{random.Next(100, 999)}{random.Next(1, 99):D2}{serial:D6}"),
    };

    private static string CodeOf(int serial)
    {
        // A step that shares no factor with the number of bodies visits each once, so that neighbours do not look alike.
        var body = new StringBuilder("MA");
        for (var (rest, at) = ((serial + 1) * 12_345_677L % 887_503_681L, 0); at < 6; at++, rest /= CodeAlphabet.Length)
        {
            body.Append(CodeAlphabet[(int)(rest % CodeAlphabet.Length)]);
        }

        var first = $"91{Area}{body}{Grains.Enterprises.CreditCode.OrganisationCheck(body.ToString())}";
        return first + Grains.Enterprises.CreditCode.Check(first);
    }

    private static GeneratedArea AreaOf(int serial)
    {
        var inUse = Areas.Where(area => area.ClosedFor is null).ToList();
        return inUse[serial % inUse.Count];
    }

    private static string Address(Random random, GeneratedArea? area) => string.Create(
        CultureInfo.InvariantCulture,
        $"{City}{District}{area?.Name}{Pick(random, Roads)}{random.Next(1, 999)}号"
            + $"{(random.Next(2) == 0 ? "" : $"{random.Next(1, 20)}幢{random.Next(1, 6)}层")}");

    private static (string Class, string Trade, string Products, int Weight) TradeFrom(Random random)
    {
        var rest = random.Next(Trades.Sum(trade => trade.Weight));
        return Trades.First(trade => (rest -= trade.Weight) < 0);
    }

    private static T Pick<T>(Random random, T[] among) => among[random.Next(among.Length)];
}
