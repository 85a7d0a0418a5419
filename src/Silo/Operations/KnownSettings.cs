using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.Silo.Operations;

/// <summary>已知设置. The settings of the rooms that are listed here, and what each may hold. They are checked before anything is opened; what is wrong is named by its key.</summary>
public static class KnownSettings
{
    /// <summary>The key of the folder for daily digests.</summary>
    public const string DigestFolder = "Journal:DigestFolder";

    /// <summary>The key of the time of day (Asia/Shanghai) at which the digest is written.</summary>
    public const string DigestAt = "Journal:DigestAt";

    /// <summary>The key of the time of day (Asia/Shanghai) at which the self-check runs.</summary>
    public const string SelfCheckAt = "SelfCheck:At";

    /// <summary>The key of how many days done commands are kept.</summary>
    public const string CommandsKeepDays = "Commands:KeepDays";

    /// <summary>The key of how many days notifications are kept.</summary>
    public const string NotificationsKeepDays = "Notifications:KeepDays";

    /// <summary>The key that says whether this silo does the daily tasks.</summary>
    public const string DailyTasks = "Operations:DailyTasks";

    /// <summary>The key of the folder for log files; empty for none.</summary>
    public const string LogFolder = "Logs:Folder";

    /// <summary>The key of how many days log files are kept.</summary>
    public const string LogKeepDays = "Logs:KeepDays";

    /// <summary>The key of where traces and metrics are sent by OTLP.</summary>
    public const string OtlpEndpoint = "OpenTelemetry:OtlpEndpoint";

    /// <summary>The key of the proxies that are believed what they say of where a request comes from.</summary>
    public const string TrustedProxies = "Proxies:Trusted";

    /// <summary>The key that says where the key ring is: <c>Folder</c> or <c>Database</c>.</summary>
    public const string KeyStore = "Keys:Store";

    /// <summary>The key of the key ring's folder.</summary>
    public const string KeyFolder = "Keys:Folder";

    /// <summary>The key of the PFX file whose certificate encrypts the key ring.</summary>
    public const string KeyCertificate = "Keys:Certificate";

    /// <summary>The key of that file's password.</summary>
    public const string KeyCertificatePassword = "Keys:CertificatePassword";

    /// <summary>The key of the share of a term that is left when those concerned are warned.</summary>
    public const string WarnWhenLeft = "Enforcement:WarnWhenLeft";

    /// <summary>The key of the value of goods, in yuan, from which on a case is a major one.</summary>
    public const string MajorGoodsValue = "Enforcement:MajorGoodsValueCny";

    /// <summary>The key of the amount sold, in yuan, from which on a case is a major one.</summary>
    public const string MajorSalesAmount = "Enforcement:MajorSalesAmountCny";

    /// <summary>The key of the illegal gains, in yuan, from which on a case is a major one.</summary>
    public const string MajorIllegalGains = "Enforcement:MajorIllegalGainsCny";

    /// <summary>The key of the circumstances that make a case a major one.</summary>
    public const string MajorCircumstances = "Enforcement:MajorCircumstances";

    /// <summary>The key of the province's figure, in yuan, from which on a hearing is offered to natural persons.</summary>
    public const string HearingFromPersons = "Enforcement:HearingFromPersonsCny";

    /// <summary>The key of the province's figure, in yuan, from which on a hearing is offered to organisations.</summary>
    public const string HearingFromOrganisations = "Enforcement:HearingFromOrganisationsCny";

    /// <summary>The key of how often an enterprise is inspected in a year at most.</summary>
    public const string YearlyInspections = "Enforcement:YearlyInspections";

    /// <summary>The key of how many working days after an act its entry is still in time.</summary>
    public const string LateEntryWorkingDays = "Enforcement:LateEntryWorkingDays";

    /// <summary>The keys of which officers act in matters that are there already, by the concept's name.</summary>
    public static readonly ImmutableArray<(string Concept, string Key)> ActingOfficers =
    [
        (Case.Concept.Name, "Enforcement:CaseOfficers"),
        (Inspection.Concept.Name, "Enforcement:InspectionOfficers"),
        (Rectification.Concept.Name, "Enforcement:RectificationOfficers"),
        (CrimeTransfer.Concept.Name, "Enforcement:CrimeTransferOfficers"),
    ];

    /// <summary>The key of the section that takes in what concerns licences.</summary>
    public const string LicenceSection = "Enforcement:LicenceSection";

    // Sections that are listed completely: another key in one of them is a misspelling.
    private static readonly Dictionary<string, Dictionary<string, Form>> Closed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Database"] = Keys(("Provider", Form.Text)),
        ["Commits"] = Keys(("BatchSize", Form.Between(1, 4096)), ("QueueLength", Form.Between(1, 1_000_000)), ("QueueWait", Form.Span), ("Committers", Form.Between(1, 16)), ("DrainTime", Form.Span)),
        ["Reads"] = Keys(
            ("AtATime", Form.Between(1, 256)), ("QueueLength", Form.Between(1, 1_000_000)), ("QueueWait", Form.Span), ("TimeLimit", Form.Span),
            ("ReplaysAtATime", Form.Between(1, 64))),
        ["Imports"] = Keys(
            ("Folder", Form.Text), ("MaxBytes", Form.Between(1, int.MaxValue)), ("RowsInFlight", Form.Between(1, 4096)), ("MarkEvery", Form.Span),
            ("PreviewTime", Form.Span), ("PreviewKept", Form.Span),
            ("MaxRows", Form.Between(1, int.MaxValue)), ("MaxColumns", Form.Between(1, 16_384)), ("MaxCellLength", Form.Between(1, 1_000_000)),
            ("MaxUnpackedBytes", Form.Between(1, int.MaxValue)), ("MaxTime", Form.Span)),
        ["Attachments"] = Keys(
            ("Folder", Form.Text), ("MaxBytes", Form.Between(1, int.MaxValue)), ("MaxUnnamedBytes", Form.Bytes),
            ("MaxTotalBytes", Form.Bytes), ("KeepUnnamedDays", Form.Between(1, 3650))),
        ["Commands"] = Keys(("KeepDays", Form.Between(1, 36_500))),
        ["Journal"] = Keys(("DigestFolder", Form.Text), ("DigestAt", Form.TimeOfDay)),
        ["SelfCheck"] = Keys(("At", Form.TimeOfDay)),
        ["Operations"] = Keys(("DailyTasks", Form.YesNo)),
        ["Enforcement"] = Keys(
            ("WarnWhenLeft", Form.Share), ("MajorGoodsValueCny", Form.Between(0, int.MaxValue)), ("MajorSalesAmountCny", Form.Between(0, int.MaxValue)), ("MajorIllegalGainsCny", Form.Between(0, int.MaxValue)),
            ("MajorCircumstances", Form.AnyOf<GraveCircumstance>()), ("YearlyInspections", Form.Between(0, 366)),
            ("LateEntryWorkingDays", Form.Between(0, 366)),
            ("HearingFromPersonsCny", Form.Between(0, int.MaxValue)), ("HearingFromOrganisationsCny", Form.Between(0, int.MaxValue)),
            ("CaseOfficers", Form.OneOf<OfficersActing>()), ("InspectionOfficers", Form.OneOf<OfficersActing>()),
            ("RectificationOfficers", Form.OneOf<OfficersActing>()), ("CrimeTransferOfficers", Form.OneOf<OfficersActing>()),
            ("LicenceSection", Form.Text)),
        ["Keys"] = Keys(("Store", Form.OneOf("Folder", "Database")), ("Folder", Form.Text), ("Certificate", Form.Text), ("CertificatePassword", Form.Text)),
        ["Notifications"] = Keys(
            ("HookUrl", Form.SafeAddress), ("HookSecret", Form.Text), ("HookTitles", Form.YesNo), ("HookTimeout", Form.Span),
            ("HookAttempts", Form.Between(1, 100)), ("HookRetry", Form.Span), ("HookGathering", Form.Span),
            ("KeepDays", Form.Between(1, 36_500))),
        ["CityBureau"] = Keys(("Url", Form.SafeAddress), ("Secret", Form.Text), ("Timeout", Form.Span), ("Retry", Form.Span)),
        ["Logs"] = Keys(("Folder", Form.Text), ("KeepDays", Form.Between(1, 3650))),
        ["OpenTelemetry"] = Keys(("OtlpEndpoint", Form.Address)),
        ["Authentication"] = Keys(
            ("TokenLifetime", Form.Lifetime), ("Authority", Form.Address), ("Audience", Form.Text), ("UserNameClaim", Form.Text),
            ("RequireHttpsMetadata", Form.YesNo),
            ("FailuresPerMinute", Form.Between(1, 1_000_000)), ("FailureTakes", Form.Text), ("SlowedFailureTakes", Form.Text),
            ("PasswordRounds", Form.Between(CredentialOptions.LeastRounds, 10_000_000))),
        ["Orleans"] = Keys(("SiloPort", Form.Text), ("GatewayPort", Form.Text), ("ClusterId", Form.Text)),
        ["Proxies"] = Keys(("Trusted", Form.Networks)),
        ["GraphQL"] = Keys(
            ("OpenSchema", Form.YesNo), ("DocumentsFolder", Form.Text), ("OnlyKnownDocuments", Form.YesNo), ("Limits", Form.Text)),
        ["GraphQL:Limits"] = Keys([.. typeof(GraphQLLimits).GetProperties().Select(limit =>
            (limit.Name, limit.PropertyType == typeof(TimeSpan) ? Form.Span : Form.Between(1, int.MaxValue)))]),
        ["Simulation"] = Keys(("Start", Form.Text), ("Speed", Form.Text)),
        ["ConnectionStrings"] = Keys(("ShuangDa", Form.Text), ("ShuangDaMigrations", Form.Text)),
    };

    // What the framework reads beside our sections, and what it is started with.
    private static readonly HashSet<string> OfTheFramework = new(StringComparer.OrdinalIgnoreCase)
    {
        "urls", "http_ports", "https_ports", "https_port", "$schema",
        BelievedProxies.BelievesEverybody, "AllowedHosts", "Kestrel", "Logging", "environment", "applicationName", "contentRoot",
        "webRoot",
        "staticWebAssets", "hostBuilder", "shutdownTimeoutSeconds", "detailedErrors", "captureStartupErrors", "startupAssembly",
        "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "preventHostingStartup", "preferHostingUrls",
        "suppressStatusMessages",
    };

    /// <summary>Checks the settings of the listed sections, and that there is no other.</summary>
    /// <param name="settings">The configuration.</param>
    /// <exception cref="SettingException">A key is not known or holds what it must not.</exception>
    public static void Check(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach (var (name, keys) in Closed)
        {
            foreach (var setting in settings.GetSection(name).GetChildren())
            {
                if (!keys.TryGetValue(setting.Key, out var form))
                {
                    throw new SettingException(setting.Path, $"没有这个配置项，{name} 下可用：{string.Join('、', keys.Keys)}", $"There is no such setting; {name} has {string.Join(", ", keys.Keys)}");
                }

                if (Closed.ContainsKey(setting.Path))
                {
                    continue;
                }

                if (setting.GetChildren().Any() || (setting.Value is { Length: > 0 } value && !form.Accepts(value)))
                {
                    throw new SettingException(setting.Path, $"“{setting.Value}”无效，{form.Chinese}", $"'{setting.Value}' will not do; {form.English}");
                }
            }
        }

        foreach (var provider in (settings as IConfigurationRoot)?.Providers ?? [])
        {
            CheckSections(provider);
        }

        foreach (var level in settings.GetSection("Logging:LogLevel").GetChildren())
        {
            if (!Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _))
            {
                var names = string.Join(", ", Enum.GetNames<LogLevel>());
                throw new SettingException(level.Path, $"“{level.Value}”不是日志级别，可用：{names}", $"'{level.Value}' is no log level; there are {names}");
            }
        }
    }

    // The environment holds variables of everybody; what a file or the command line says is said to us.
    private static void CheckSections(IConfigurationProvider provider)
    {
        if (provider is not (JsonConfigurationProvider or CommandLineConfigurationProvider))
        {
            return;
        }

        foreach (var key in provider.GetChildKeys([], null).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (!OfTheFramework.Contains(key) && !Closed.ContainsKey(key)
                && !key.StartsWith("SHUANGDA_", StringComparison.Ordinal) && !key.StartsWith("OTEL_", StringComparison.Ordinal))
            {
                throw new SettingException(
                    key,
                    $"没有这个配置项或配置节，可用：{string.Join('、', Closed.Keys)}",
                    $"There is no such setting or section; there are {string.Join(", ", Closed.Keys)}");
            }
        }
    }

    /// <summary>A time of day.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="key">The key.</param>
    /// <param name="usual">What stands where nothing is configured.</param>
    internal static TimeOnly TimeOfDay(IConfiguration settings, string key, TimeOnly usual) =>
        settings[key] is { Length: > 0 } text ? TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture) : usual;

    /// <summary>A whole number.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="key">The key.</param>
    /// <param name="usual">What stands where nothing is configured.</param>
    internal static int Number(IConfiguration settings, string key, int usual) =>
        settings[key] is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    /// <summary>A share of a whole from a fraction such as <c>1/3</c> or a number such as <c>0.25</c>; null where it is none, or not below the whole.</summary>
    /// <param name="text">The text.</param>
    internal static double? ShareOf(string text)
    {
        var parts = text.Split('/');
        return parts.Length <= 2 && double.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part)
            && double.TryParse(parts.ElementAtOrDefault(1) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            && part < whole
            ? part / whole
            : null;
    }

    /// <summary>The items of a list that is separated by commas.</summary>
    /// <param name="text">The text.</param>
    internal static string[] Listed(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Dictionary<string, Form> Keys(params (string Key, Form Form)[] keys) => keys.ToDictionary(one => one.Key, one => one.Form, StringComparer.OrdinalIgnoreCase);

    private sealed record Form(Func<string, bool> Accepts, string Chinese, string English)
    {
        public static Form Text { get; } = new(static _ => true, "应为一项文本", "it must be one text");

        public static Form Bytes { get; } = new(
            static text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            "应为字节数，0 表示不限",
            "it must be a number of bytes, 0 for no bound");

        /// <summary>What a timer waits for: the runtime's timers wait for less than fifty days.</summary>
        public static Form Span { get; } = new(
            static text => SpanOf(text) is { } span && span <= LongestWait,
            $"应为时长，如 00:00:05，不超过{LongestWait.Days}天",
            $"it must be a length of time such as 00:00:05, {LongestWait.Days} days at most");

        /// <summary>For how long something holds, which nobody waits for.</summary>
        public static Form Lifetime { get; } = new(
            static text => SpanOf(text) is not null, "应为时长，如 00:00:05", "it must be a length of time such as 00:00:05");

        public static Form TimeOfDay { get; } = new(static text => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "应为北京时间的时刻，如 02:00", "it must be a time of day in Shanghai such as 02:00");

        public static Form YesNo { get; } = new(static text => bool.TryParse(text, out _), "应为 true 或 false", "it must be true or false");

        public static Form Address { get; } = new(static text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https", "应为地址，如 http://127.0.0.1:4317", "it must be an address such as http://127.0.0.1:4317");

        public static Form SafeAddress { get; } = new(
            static text => Uri.TryCreate(text, UriKind.Absolute, out var uri)
                && (uri.Scheme is "https" || (uri.Scheme is "http" && uri.IsLoopback)),
            "应为 HTTPS 地址，如 https://gateway.example.gov.cn/notify",
            "it must be an HTTPS address such as https://gateway.example.gov.cn/notify");

        public static Form Networks { get; } = new(
            static text => Listed(text).All(BelievedProxies.IsWritten),
            "应为代理服务器的地址或网段，以逗号分隔，如 127.0.0.1, 10.1.2.0/24",
            "it must be addresses or networks of proxies, separated by commas, such as 127.0.0.1, 10.1.2.0/24");

        public static Form Share { get; } = new(static text => ShareOf(text) is not null, "应为小于1的比例，如 1/3 或 0.25；0 表示不预警", "it must be a share below the whole such as 1/3 or 0.25; 0 for no warning");

        public static Form OneOf(params string[] names) =>
            new(names.Contains, $"应为 {string.Join(" 或 ", names)}", $"it must be {string.Join(" or ", names)}");

        /// <summary>The name of a value of an enum.</summary>
        public static Form OneOf<T>() where T : struct, Enum => OneOf([.. Enum.GetValues<T>().Select(WireName.Of)]);

        public static Form AnyOf<T>() where T : struct, Enum
        {
            var names = string.Join(", ", Enum.GetValues<T>().Select(value => WireName.Of(value)));
            return new Form(static text => Listed(text).All(name => WireName.Find<T>(name) is not null), $"应为以下各项，以逗号分隔：{names}", $"it must be some of these, separated by commas: {names}");
        }

        private static TimeSpan LongestWait => TimeSpan.FromDays(49);

        private static TimeSpan? SpanOf(string text) =>
            TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero ? span : null;

        public static Form Between(int least, int most) => new(
            text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most,
            $"应为 {least} 到 {most} 之间的整数",
            $"it must be a whole number between {least} and {most}");
    }
}
