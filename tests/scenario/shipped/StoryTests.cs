using System.Collections.Concurrent;
using System.Text;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Stories;

/// <summary>
/// Shipped scenarios that belong together: each passes, and each fails with the reason when its claim is untrue. Those
/// of one class run in parallel.
/// </summary>
public abstract class StoryTests
{
    private const ulong Seed = 1;

    /// <summary>Another one: <c>run --all</c> has the first.</summary>
    private const ulong OtherSeed = 2;

    /// <summary>For a story that goes wrong without an end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private protected abstract IReadOnlyList<BrokenClaim> Claims { get; }

    [Fact]
    public void Each_story_passes() => All(
        [.. Claims.Select(claim => claim.Story).Distinct(StringComparer.Ordinal)],
        story =>
        {
            ScenarioResult result = Run(story, new Breaking(), OtherSeed);
            return result.Passed ? null : $"{story}: {(result.TimedOut ? "took too long" : Told(result))}";
        });

    [Fact]
    public void Each_story_fails_with_the_reason_when_its_claim_is_broken() => All(Claims, claim =>
    {
        ScenarioResult result = Run(claim.Story, claim.By);
        RunOutcome outcome = new(result.Scenario, Seed, result);
        return outcome.ExitCode != ExitCode.Failed ? $"{claim.Story}, {claim.How}: it ended with {outcome.ExitCode}"
            : Names(result, claim.Reason) ? null
            : $"{claim.Story}, {claim.How}: not '{claim.Reason}' but {Told(result)}";
    });

    private static void All<T>(IReadOnlyList<T> each, Func<T, string?> wrong)
    {
        ConcurrentBag<string> found = [];
        Parallel.ForEach(
            each,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            one =>
            {
                if (wrong(one) is { } reason)
                {
                    found.Add(reason);
                }
            });
        Assert.True(found.IsEmpty, string.Join(Environment.NewLine, found.Order(StringComparer.Ordinal)));
    }

    /// <summary>A failure has all parts of a reason, in their order.</summary>
    internal static bool Names(ScenarioResult result, string reason) => result.Failures.Any(failure =>
    {
        string told = $"{failure.Expectation}: {failure.Reason}";
        int at = 0;
        foreach (string part in reason.Split(BrokenClaim.Then))
        {
            int found = told.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return true;
    });

    internal static ScenarioResult Run(string story, Breaking breaking, ulong seed = Seed)
    {
        string path = ShippedStories.PathOf(story);
        byte[] text = Encoding.UTF8.GetBytes(breaking.Alter(File.ReadAllText(path)));
        ScenarioFile file = ScenarioFile.Of(path, text);
        Assert.True(file.Scenario is not null, string.Join(Environment.NewLine, file.Errors));
        StationOptions options = new()
        {
            Boards = BoardChoice.Virtual,
            StepMs = ScenarioRun.CoarseStepMs,
            Between = breaking.Ports is null ? null : breaking.Between,
        };
        using ScenarioRun run = new(file.Scenario, seed, options);
        return run.Run(Patience);
    }

    private static string Told(ScenarioResult result) => string.Join(
        "; ", result.Failures.Select(failure => $"line {failure.Place.Line}: {failure.Expectation}: {failure.Reason}"));
}
