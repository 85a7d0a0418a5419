using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ShuangDa.Silo.Composition;

/// <summary>
/// 区域设置. The program works by the invariant culture, whatever the machine's locale is: dates, numbers and casing are the same everywhere. It needs ICU
/// all the same, because the SQL Server client refuses to work without.
/// </summary>
internal static class Culture
{
    // The runtime looks for the same names. It takes the newest it finds, and knows none older.
    private const int NewestIcu = 100;
    private const int OldestIcu = 50;

    /// <summary>What is printed where ICU is missing.</summary>
    public static ReadOnlySpan<byte> IcuIsMissing =>
        "找不到ICU（libicuuc.so）。请安装后再启动：Debian 12为apt-get install libicu72，其他系统为libicu或icu-libs。\nICU (libicuuc.so) was not found. Install it and start again: on Debian 12 apt-get install libicu72, elsewhere the package libicu or icu-libs.\n"u8;

    /// <summary>Whether ICU is there. Without it the runtime ends the process with a stack trace at the first name of a culture that anybody asks for; asked for by name before that, it can be missed politely.</summary>
    /// <param name="load">Loads a library by its name.</param>
    public static bool IcuIsThere(Func<string, bool>? load = null)
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        load ??= static name => NativeLibrary.TryLoad(name, out _);
        for (var version = NewestIcu; version >= OldestIcu; version--)
        {
            if (load(string.Concat("libicuuc.so.", Digits(version))))
            {
                return true;
            }
        }

        return load("libicuuc.so");
    }

    /// <summary>Says that ICU is missing. Not by the console, which asks for a culture.</summary>
    public static void TellThatIcuIsMissing()
    {
        using var handle = new SafeFileHandle(2, ownsHandle: false);
        using var stderr = new FileStream(handle, FileAccess.Write, bufferSize: 0);
        stderr.Write(IcuIsMissing);
    }

    /// <summary>Makes the invariant culture the one of this thread and of all others.</summary>
    public static void BeInvariant()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }

    // Formatting a number asks for a culture.
    private static string Digits(int number) => number < 10 ? ((char)('0' + number)).ToString() : string.Concat(Digits(number / 10), Digits(number % 10));
}
