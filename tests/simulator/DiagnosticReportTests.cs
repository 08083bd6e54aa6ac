using System.Security.Cryptography;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.Simulator;

/// <summary>What a city shows a technician of a node.</summary>
public sealed class DiagnosticReportTests : IDisposable
{
    private const string Lane = "demo/truck-1/lane-1";
    private static readonly long StartMs =
        new DateTimeOffset(2026, 6, 1, 6, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private readonly Station _station = new(1);

    public void Dispose() => _station.Dispose();

    [Fact]
    public void It_is_made_of_the_newest_result_that_the_city_has_stored()
    {
        Assert.Null(DiagnosticReports.Newest(_station.City.Store, Lane));
        Ask();
        Ask();
        JsonElement report = Parse(DiagnosticReports.Newest(_station.City.Store, Lane));
        Assert.Equal([Lane], DiagnosticReports.Nodes(_station.City.Store));
        Assert.Equal(Lane, report.GetProperty("node").GetString());
        JsonElement told = report.GetProperty("diagnostics");
        Assert.Equal(SwapEdge.Firmware.Node.Build, told.GetProperty("firmware").GetString());
        Assert.Equal("SNTP".ToLowerInvariant(), told.GetProperty("time_quality").GetString());
        Assert.Equal(
            _station.Lane.Node.Journal.Identity.ToString("x8"),
            told.GetProperty("journal").GetProperty("journal").GetString());
        Assert.Equal(3_200_000, told.GetProperty("memory").GetProperty("least_free_bytes").GetInt32());
        Assert.Equal("swap pack", told.GetProperty("buses")[1].GetProperty("kind").GetString());
        Assert.InRange(told.GetProperty("passes").GetProperty("passes").GetInt64(), 100, 1000);
        Assert.Equal(JsonValueKind.Object, told.GetProperty("commands_refused").ValueKind);
    }

    [Fact]
    public void Neither_the_nodes_key_nor_what_is_derived_from_it_is_in_it()
    {
        byte[] key = NodeKeys.Derive(1, Lane);
        byte[] nonce = [.. Enumerable.Range(1, 16).Select(i => (byte)(i * 7))];
        Ask();
        using Microsoft.Data.Sqlite.SqliteCommand query = _station.City.Store.Connection.CreateCommand();
        query.CommandText = "SELECT result FROM commands";
        byte[] result = Assert.IsType<byte[]>(query.ExecuteScalar());
        string report = Assert.IsType<string>(DiagnosticReports.Newest(_station.City.Store, Lane));
        foreach (byte[] secret in (byte[][])[key, HMACSHA256.HashData(key, (byte[])[8, 9, .. nonce])])
        {
            for (int at = 0; at + 6 <= secret.Length; at++)
            {
                byte[] part = secret[at..(at + 6)];
                Assert.Equal(-1, result.AsSpan().IndexOf(part));
                Assert.DoesNotContain(Convert.ToHexString(part), report, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Convert.ToBase64String(part), report, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_planned_restart_is_told_with_its_cause()
    {
        Run(2_000);
        _station.City.Send(Lane, new CityCommand(CommandOperation.RestartWhenIdle), UtcMs);
        Run(20_000);
        Ask();
        JsonElement told = Parse(DiagnosticReports.Newest(_station.City.Store, Lane)).GetProperty("diagnostics");
        Assert.Equal(("command", 2), (
            told.GetProperty("boot_reason").GetString(), told.GetProperty("boot").GetInt32()));
    }

    [Fact]
    public void Its_fields_are_those_of_the_contract() =>
        AssertSame(Contract.Diagnostics.Descriptor, DiagnosticsFields.All);

    [Fact]
    public void With_every_count_at_its_highest_it_is_one_file_under_64_kB()
    {
        Contract.Diagnostics all = new();
        Fill(all);
        byte[] result = new Contract.Result { Diagnostics = all }.ToByteArray();
        Assert.InRange(result.Length, 1024, 20_000);
        string report = Assert.IsType<string>(DiagnosticReports.Of(Lane, result, long.MaxValue));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(report), 1000, DiagnosticReports.Limit);
        Assert.Equal(8, Parse(report).GetProperty("diagnostics").GetProperty("troubles").GetArrayLength());
    }

    [Fact]
    public void What_is_no_result_or_holds_no_report_is_none_and_nothing_throws()
    {
        Random random = new(5);
        Contract.Diagnostics all = new();
        Fill(all);
        byte[] sound = new Contract.Result { Diagnostics = all }.ToByteArray();
        Assert.Null(DiagnosticReports.Of(Lane, [], 0));
        Assert.Null(DiagnosticReports.Of(Lane, new Contract.Result { SelfTest = new() }.ToByteArray(), 0));
        for (int i = 0; i < 2_000; i++)
        {
            byte[] bytes = [.. sound[..random.Next(1, sound.Length)]];
            bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            _ = DiagnosticReports.Of(Lane, bytes, i);
        }
    }

    [Fact]
    public void The_command_line_writes_it_and_says_what_is_missing()
    {
        string folder = Directory.CreateTempSubdirectory("report-").FullName;
        try
        {
            string file = Path.Combine(folder, "city.sqlite");
            Assert.Equal(ExitCode.WrongInput, CliRun.Of("report", "--store", file).ExitCode);
            using (CityStore store = new(file))
            {
                byte[] result = new Contract.Result { Diagnostics = new() { Firmware = "0.1.0" } }.ToByteArray();
                store.AddCommand(Lane, 1, CommandOperation.Diagnose, [1], 0);
                store.AddResult(Lane, new CityResult(1, 1, ResultState.Done, CommandReason.None), result, StartMs);
            }

            (int exitCode, string output, string error) = CliRun.Of("report", "lane-1", "--store", file);
            Assert.Equal((ExitCode.Passed, ""), (exitCode, error));
            Assert.Equal("2026-06-01T06:00:00Z", Parse(output).GetProperty("told").GetString());
            string written = Path.Combine(folder, "report.json");
            Assert.Equal(ExitCode.Passed, CliRun.Of("report", "--store", file, "--output", written).ExitCode);
            Assert.Equal(output, File.ReadAllText(written));
            Assert.Contains("no report of lane-2", CliRun.Of("report", "lane-2", "--store", file).Error,
                StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static JsonElement Parse(string? report) => JsonDocument.Parse(Assert.IsType<string>(report)).RootElement;

    private static void AssertSame(MessageDescriptor message, ReportField[] fields)
    {
        Assert.Equal(
            message.Fields.InFieldNumberOrder().Select(field => (field.FieldNumber, field.Name)),
            fields.Select(field => (field.Number, field.Name)));
        foreach (FieldDescriptor field in message.Fields.InFieldNumberOrder())
        {
            ReportField shown = fields.Single(one => one.Number == field.FieldNumber);
            Assert.Equal(
                field.FieldType == FieldType.Enum || shown.Form == ReportForm.Counts, shown.Words is not null);
            Assert.Equal(field.FieldType == FieldType.SInt32, shown.Form == ReportForm.ZigZag);
            if (field.FieldType == FieldType.Message)
            {
                Assert.Equal(field.IsRepeated ? ReportForm.Messages : ReportForm.Message, shown.Form);
                AssertSame(field.MessageType, shown.Inner!);
            }
        }
    }

    /// <summary>Every field at its highest, every list long.</summary>
    private static void Fill(IMessage message)
    {
        foreach (FieldDescriptor field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            object value = field.FieldType switch
            {
                FieldType.String => new string('x', 64),
                FieldType.UInt64 or FieldType.Fixed64 => ulong.MaxValue,
                FieldType.UInt32 or FieldType.Fixed32 => uint.MaxValue,
                FieldType.Int64 => long.MaxValue,
                FieldType.Int32 or FieldType.SInt32 => int.MinValue,
                FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, 1),
                _ => Filled(field.MessageType),
            };
            if (!field.IsRepeated)
            {
                field.Accessor.SetValue(message, value);
                continue;
            }

            System.Collections.IList list = (System.Collections.IList)field.Accessor.GetValue(message);
            for (int i = 0; i < (field.FieldType == FieldType.Message ? 8 : 32); i++)
            {
                list.Add(value);
            }
        }
    }

    private static IMessage Filled(MessageDescriptor descriptor)
    {
        IMessage message = (IMessage)Activator.CreateInstance(descriptor.ClrType)!;
        Fill(message);
        return message;
    }

    private long UtcMs => StartMs + _station.NowMs;

    private void Ask()
    {
        Run(5_000);
        _station.City.Send(Lane, new CityCommand(CommandOperation.Diagnose), UtcMs);
        Run(3_000);
    }

    private void Run(long forMs)
    {
        for (long untilMs = _station.NowMs + forMs; _station.NowMs < untilMs;)
        {
            _station.Pass();
        }
    }
}
