using System.Security.Cryptography;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Mapping;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>凭据行. The hash of one password. Outside the journal, so that it is gone when the password is.</summary>
[Table("credential")]
public sealed record CredentialRow
{
    /// <summary>编号. A random id, which the account's state names.</summary>
    [Column("id"), PrimaryKey, NotNull] public required string Id { get; init; }

    /// <summary>主体. The account.</summary>
    [Column("subject"), NotNull] public required string Subject { get; init; }

    /// <summary>哈希. PBKDF2 in the framework's form, with its salt.</summary>
    [Column("hash"), NotNull] public required string Hash { get; init; }
}

/// <summary>
/// 凭据. The password hashes. A new one is written once the law has accepted it and before the event that names it is committed, and the old one deleted
/// after: whatever is interrupted, the account's state names a hash that is there. What an interruption leaves behind is removed daily.
/// </summary>
public sealed class Credentials : IDisposable
{
    private readonly Database _database;
    private readonly PasswordHasher<CredentialRow> _hasher;

    // Stands in for an account that is not there: what is compared with it costs as much as what is compared with a real one.
    private readonly Lazy<string> _nobody;

    // Hashing is meant to be slow; a flood of guesses must not take every core from the actors.
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <summary>The credentials in a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="options">How they are hashed.</param>
    public Credentials(Database database, IOptions<CredentialOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _database = database;
        _hasher = new PasswordHasher<CredentialRow>(
            Options.Create(new PasswordHasherOptions { IterationCount = options.Value.PasswordRounds }));
        _nobody = new Lazy<string>(() => _hasher.HashPassword(null!, RandomNumberGenerator.GetHexString(32)));
    }

    /// <summary>An id to name a password's hash by.</summary>
    public static string NextId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Hashes a password and keeps the hash.</summary>
    /// <param name="id">The id to name it by.</param>
    /// <param name="subject">The account's subject name.</param>
    /// <param name="password">The password.</param>
    public async Task StoreAsync(string id, string subject, Password password)
    {
        var row = new CredentialRow
        {
            Id = id,
            Subject = subject,
            Hash = await HashedAsync(password),
        };
        await _database.WriteAsync(data => data.InsertAsync(row));
    }

    /// <summary>
    /// Whether a password is the one behind a credential. Costs the same when there is no such credential. Where it is, and was hashed with
    /// fewer rounds than today's, it is hashed anew.
    /// </summary>
    /// <param name="id">The credential's id, or null when there is none.</param>
    /// <param name="password">The password that was given.</param>
    public async Task<bool> MatchesAsync(string? id, Password password)
    {
        var hash = id is null ? null : await HashOfAsync(id);
        var result = await InTurnAsync(() => _hasher.VerifyHashedPassword(null!, hash ?? _nobody.Value, password.Value ?? ""));
        if (hash is null || result is PasswordVerificationResult.Failed)
        {
            return false;
        }

        if (result is PasswordVerificationResult.SuccessRehashNeeded)
        {
            // The one moment in which the password is at hand: a hash of fewer rounds than today's is replaced. Whoever was quicker has
            // done it.
            var better = await HashedAsync(password);
            await _database.WriteAsync(data => data.GetTable<CredentialRow>()
                .Where(row => row.Id == id && row.Hash == hash).Set(row => row.Hash, better).UpdateAsync());
        }

        return true;
    }

    /// <summary>Deletes every hash of an account but the one of its password: those of passwords that are none any more, and those that a command left which was not committed.</summary>
    /// <param name="subject">The account's subject name.</param>
    /// <param name="named">The credential that its state names, or null.</param>
    /// <returns>How many there were.</returns>
    public Task<int> ForgetOthersAsync(string subject, string? named)
    {
        var kept = named ?? "";
        return _database.WriteAsync(
            data => data.GetTable<CredentialRow>().Where(row => row.Subject == subject && row.Id != kept).DeleteAsync());
    }

    /// <summary>The accounts, by user name, of which there are hashes that their states do not name.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<IReadOnlyList<string>> AccountsWithOthersAsync(CancellationToken cancellationToken)
    {
        await using var data = await _database.ReadAsync(cancellationToken);
        var concept = Account.Name;
        var states = await data.GetTable<StateRow>().Where(row => row.Concept == concept).ToListAsync(cancellationToken);
        var named = states.Where(row => row.Payload is not null).Select(row => ((Account?)Account.Concept.ReadStored(row.Payload).State)?.Credential).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var rows = await data.GetTable<CredentialRow>().Select(row => new { row.Id, row.Subject }).ToListAsync(cancellationToken);
        return [.. rows.Where(row => !named.Contains(row.Id)).Select(row => SubjectKeys.Split(row.Subject).Key).Distinct(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private async Task<string?> HashOfAsync(string id)
    {
        await using var data = await _database.ReadAsync();
        return await data.GetTable<CredentialRow>().Where(row => row.Id == id).Select(row => row.Hash).FirstOrDefaultAsync();
    }

    private Task<string> HashedAsync(Password password) => InTurnAsync(() => _hasher.HashPassword(null!, password.Value));

    private async Task<T> InTurnAsync<T>(Func<T> work)
    {
        await _turns.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            _turns.Release();
        }
    }
}
