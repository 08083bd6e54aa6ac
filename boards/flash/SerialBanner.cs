using System.Text;

namespace SwapEdge.Boards.Flash;

/// <summary>
/// Listens on the serial port for the line in which a node says who it is. Never tried on hardware: the runtime prints
/// only while its debugger's protocol is on.
/// </summary>
public sealed class SerialBanner(Func<string, Stream> open, FlashClock clock)
{
    private const int Kept = 4096;

    /// <summary>As <see cref="BirthWatch.Await"/>.</summary>
    public Failure? Await(string port, Expectation expected, long limitMs, out DeviceReport? said)
    {
        ArgumentNullException.ThrowIfNull(expected);
        Failure? last = new(FlashEnd.BirthMissing, $"{limitMs / 1000} s, {port}");
        said = null;
        try
        {
            using Stream line = open(port);
            StringBuilder text = new();
            byte[] bytes = new byte[256];
            long beganMs = clock.NowMs;
            while (clock.NowMs - beganMs < limitMs)
            {
                int count = line.Read(bytes);
                if (count == 0)
                {
                    clock.Rest();
                    continue;
                }

                text.Append(Encoding.Latin1.GetString(bytes, 0, count));
                text.Remove(0, Math.Max(0, text.Length - Kept));
                said = DeviceReport.OfBanner(text.ToString(), expected.Node.Path);
                last = said == null ? last : expected.Judge(said);
                if (last == null && said!.CertificatesRefused)
                {
                    return new Failure(FlashEnd.CertificatesRefused, expected.Node.Path);
                }

                if (last == null || Expectation.IsDecisive(last))
                {
                    return last;
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new Failure(FlashEnd.PortBusy, problem.Message);
        }

        return last;
    }
}
