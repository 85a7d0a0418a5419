using System.Security.Cryptography;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Demo;

/// <summary>演示口令. The one password of the demonstration's accounts, in <c>password.txt</c> beside its database. It is kept readable, so that a later start can show it again: what it opens is invented.</summary>
/// <param name="Value">The password.</param>
internal sealed record DemoPassword(string Value)
{
    // Letters and figures that nobody mistakes for one another.
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>The password in a folder; drawn at first start.</summary>
    /// <param name="folder">The demonstration's folder.</param>
    public static DemoPassword In(string folder)
    {
        var file = Path.Combine(folder, "password.txt");
        if (!File.Exists(file))
        {
            using var text = new StreamWriter(PrivateFiles.Create(file, FileMode.CreateNew));
            text.Write(RandomNumberGenerator.GetString(Letters, 16));
        }

        return new DemoPassword(File.ReadAllText(file).Trim());
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(DemoPassword);
}
