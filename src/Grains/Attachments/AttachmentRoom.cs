namespace ShuangDa.Grains.Attachments;

/// <summary>附件限额. How much may be kept.</summary>
/// <param name="File">单个文件. The largest file, in bytes.</param>
/// <param name="UnnamedOfAccount">每人未引用. What one account may have brought that no record names yet, in bytes; null for no bound.</param>
/// <param name="Total">总量. What may lie in the folder, in bytes; null for no bound.</param>
public sealed record AttachmentBounds(long File, long? UnnamedOfAccount = null, long? Total = null);

/// <summary>附件空间. Counts the bytes that lie in the folder, and those that each account has brought and no record names, as they
/// arrive.</summary>
/// <param name="bounds">How much may be kept.</param>
/// <param name="found">What lies there when somebody first asks: each file's hash and bytes, and who brought it where no record names it
/// yet.</param>
internal sealed class AttachmentRoom(AttachmentBounds bounds, Func<IEnumerable<(string Hash, long Bytes, string? BroughtBy)>> found)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, (string By, long Bytes)> _unnamed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _ofAccounts = new(StringComparer.Ordinal);
    private long _total;
    private bool _looked;

    /// <summary>Takes room for bytes that an account sends.</summary>
    /// <param name="account">Whose they are.</param>
    /// <param name="bytes">How many more.</param>
    /// <returns>Why there is no room for them, or null.</returns>
    public AttachmentRefusal? Take(string account, long bytes)
    {
        lock (_turn)
        {
            Look();
            if (_total + bytes > bounds.Total)
            {
                return AttachmentRefusal.OfTotal;
            }

            if (_ofAccounts.GetValueOrDefault(account) + bytes > bounds.UnnamedOfAccount)
            {
                return AttachmentRefusal.OfAccount(bounds.UnnamedOfAccount.Value);
            }

            Add(account, bytes);
            return null;
        }
    }

    /// <summary>Gives room back: what was sent is not kept, or was there already.</summary>
    /// <param name="account">Whose it was.</param>
    /// <param name="bytes">How many.</param>
    public void GiveBack(string account, long bytes)
    {
        lock (_turn)
        {
            Add(account, -bytes);
        }
    }

    /// <summary>A file is kept for whose bytes room was taken; its account has it until a record names it.</summary>
    /// <param name="hash">The file.</param>
    /// <param name="account">Who brought it.</param>
    /// <param name="bytes">How long it is.</param>
    public void Keep(string hash, string account, long bytes)
    {
        lock (_turn)
        {
            if (_unnamed.TryGetValue(hash, out var same))
            {
                // Brought twice at the same moment.
                Add(same.By, -same.Bytes);
            }

            _unnamed[hash] = (account, bytes);
        }
    }

    /// <summary>A record names a file: it is the bureau's, and no longer counted for who brought it.</summary>
    /// <param name="hash">The file.</param>
    public void Named(string hash)
    {
        lock (_turn)
        {
            if (_unnamed.Remove(hash, out var file))
            {
                _ofAccounts[file.By] -= file.Bytes;
            }
        }
    }

    /// <summary>A file was removed.</summary>
    /// <param name="hash">The file.</param>
    /// <param name="bytes">How long it was.</param>
    public void Removed(string hash, long bytes)
    {
        Named(hash);
        lock (_turn)
        {
            _total -= _looked ? bytes : 0;
        }
    }

    private void Add(string account, long bytes)
    {
        _total += bytes;
        _ofAccounts[account] = _ofAccounts.GetValueOrDefault(account) + bytes;
    }

    private void Look()
    {
        if (_looked)
        {
            return;
        }

        _looked = true;
        foreach (var (hash, bytes, broughtBy) in found())
        {
            _total += bytes;
            if (broughtBy is not null)
            {
                _unnamed[hash] = (broughtBy, bytes);
                _ofAccounts[broughtBy] = _ofAccounts.GetValueOrDefault(broughtBy) + bytes;
            }
        }
    }
}
