using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api;

/// <summary>Requests that end before they are whole, and headers that nobody can read. Each is the sender's fault and answered as such, at every endpoint that takes a body.</summary>
public sealed class BrokenRequestTests(SharedServer shared) : ApiTest(shared)
{
    private const string Form = "multipart/form-data; boundary=border";
    private const string Part = "--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\r\n";

    public static TheoryData<string, string> TakeBodies => new()
    {
        { "/imports/enterprises", "text/csv" },
        { "/imports/licences", "text/csv" },
        { "/attachments?fileName=a.pdf", "application/pdf" },
        { "/auth/sign-in", "application/json" },
        { "/graphql", "application/json" },
    };

    [Theory]
    [MemberData(nameof(TakeBodies))]
    public async Task A_body_whose_pieces_break_off_is_a_bad_request(string path, string type)
    {
        // The next piece's length is no number. (Who closes the connection instead cannot be answered at all.)
        Refused(await SendAsync(path, $"Content-Type: {type}\r\nTransfer-Encoding: chunked", "9\r\n{\"query\":\r\nnone\r\n"));
    }

    [Theory]
    [InlineData("/imports/enterprises")]
    [InlineData("/attachments?fileName=a.pdf")]
    public async Task A_form_that_ends_before_its_last_border_is_a_bad_request(string path)
    {
        // The request itself is whole; the form in it is cut in the file, in a part's head, and before any part.
        foreach (var body in new[] { Part, Part[..40], "--bor", "" })
        {
            Refused(await SendAsync(path, $"Content-Type: {Form}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}", body));
        }

        Refused(await SendAsync(path, $"Content-Type: multipart/form-data; boundary={new string('b', 9000)}\r\nContent-Length: 2", "--"));
        Refused(await SendAsync(path, $"Content-Type: {Form}\r\nContent-Length: 40000", "--border\r\nX: " + new string('x', 39_987)));
    }

    [Theory]
    [InlineData("attachment; filename*=UTF-7''x")]
    [InlineData("attachment; filename*=utf-7''a%2Btxt")]
    [InlineData("attachment; filename=\"=?utf-7?B?eA==?=\"")]
    public async Task A_file_name_in_an_encoding_that_is_not_read_is_a_bad_request(string disposition)
    {
        foreach (var path in new[] { "/imports/enterprises", "/attachments?fileName=a.pdf" })
        {
            Refused(await SendAsync(path, $"Content-Type: text/csv\r\nContent-Disposition: {disposition}\r\nContent-Length: 1", "x"));
            var part = $"--border\r\nContent-Disposition: form-data; name=f; {disposition["attachment; ".Length..]}\r\n\r\nx\r\n--border--";
            Refused(await SendAsync(path, $"Content-Type: {Form}\r\nContent-Length: {Encoding.UTF8.GetByteCount(part)}", part));
        }
    }

    [Fact]
    public async Task A_parameter_that_cannot_be_read_is_named_as_a_problem_too()
    {
        Refused(await SendAsync("/auth/sign-out?everywhere=perhaps", "Content-Length: 0", ""));
        Refused(await SendAsync("/imports/enterprises?commandId=7", "Content-Type: text/csv\r\nContent-Length: 1", "x"));
    }

    [Theory]
    [InlineData("""{"userName":"\ud800","password":"x"}""")]
    [InlineData("""{"userName":5,"password":"x"}""")]
    [InlineData("[[[[[[")]
    [InlineData("\u0000")]
    public async Task A_sign_in_that_cannot_be_read_is_a_bad_request(string body) =>
        Refused(await SendAsync("/auth/sign-in", $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}", body));

    private static void Refused(string answer)
    {
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        var json = JsonDocument.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)]).RootElement;
        var code = json.TryGetProperty("code", out var own) ? own : json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code");
        Assert.Equal("BAD_REQUEST", code.GetString());
    }

    /// <summary>Sends a request as it is and reads what is answered.</summary>
    private async Task<string> SendAsync(string path, string headers, string body)
    {
        var administrator = await Api.As(Roles.Administrator);
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(Api.Endpoint.Host, Api.Endpoint.Port);
        await using var stream = tcp.GetStream();
        var request = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: {Api.Endpoint.Authority}\r\nConnection: close\r\nAuthorization: Bearer {administrator.Token}\r\n{headers}\r\n\r\n{body}");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var answer = new StreamReader(stream);
        return await answer.ReadToEndAsync();
    }
}
