using System.Text;
using SwapEdge.Simulator;
using static System.FormattableString;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>
/// Every action and every condition, with every value that its parameters refuse and the outermost that they take, at
/// every kind of station: a new form is held against the same without a line here.
/// </summary>
public class FormValueTests
{
    public static TheoryData<string> Kinds => [.. Story.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_wrong_value_of_every_form_is_told_at_its_place(string kind)
    {
        FormLines lines = new(Story.All.Single(one => one.Name == kind));
        List<string> missed = [];
        int tried = 0;
        foreach ((string form, bool isAction, IReadOnlyList<Parameter> parameters) in lines.Forms)
        {
            Dictionary<string, string> right = lines.Right(form, isAction, parameters)!;
            foreach (Parameter one in parameters)
            {
                foreach (string wrong in lines.Wrong(one).Append("[ 1 ]").Append("{ a: 1 }"))
                {
                    tried++;
                    (string text, int column) = lines.File(
                        form, isAction, new Dictionary<string, string>(right) { [one.Name] = wrong }, one.Name);
                    string place = Invariant($"f:3:{column}: ");
                    if (!FormLines.Errors(text).Any(error => error.StartsWith(place, StringComparison.Ordinal)))
                    {
                        missed.Add($"{form}, {one.Name}: {wrong} -> {string.Join(" | ", FormLines.Errors(text))}");
                    }
                }
            }
        }

        Assert.Empty(missed);
        Assert.InRange(tried, 500, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Values_that_contradict_each_other_are_told(string kind)
    {
        FormLines lines = new(Story.All.Single(one => one.Name == kind));
        List<string> missed = [];
        foreach ((string form, bool isAction, IReadOnlyList<Parameter> parameters) in lines.Forms)
        {
            Dictionary<string, string> right = lines.Right(form, isAction, parameters)!;
            foreach (Parameter one in parameters)
            {
                string[] others = [.. one.NotWith, .. one.Below.Length > 0 ? [one.Below] : Array.Empty<string>()];
                foreach (Parameter other in others.Select(name => parameters.Single(named => named.Name == name)))
                {
                    string most = one.Kind == ParameterKind.Count ? "9" : lines.Extremes(one).Last();
                    string least = lines.Extremes(other).First();
                    (string text, int column) = lines.File(
                        form,
                        isAction,
                        new Dictionary<string, string>(right) { [one.Name] = most, [other.Name] = least },
                        one.Name);
                    string place = Invariant($"f:3:{column}: ");
                    if (!FormLines.Errors(text).Any(error => error.StartsWith(place, StringComparison.Ordinal)))
                    {
                        missed.Add($"{text} -> {string.Join(" | ", FormLines.Errors(text))}");
                    }
                }
            }
        }

        Assert.Empty(missed);
    }

    [Theory]
    [InlineData("truck")]
    [InlineData("truck-3")]
    [InlineData("car")]
    [InlineData("loader")]
    [InlineData("cabinet")]
    public void The_outermost_values_that_are_taken_end_no_run(string kind)
    {
        FormLines lines = new(Story.All.Single(one => one.Name == kind));
        List<string> defects = [];
        int ran = 0;
        foreach ((string form, bool isAction, IReadOnlyList<Parameter> parameters) in lines.Forms)
        {
            Dictionary<string, string> right = lines.Right(form, isAction, parameters)!;
            foreach (Scenario scenario in Outermost(lines, form, isAction, parameters, right).Chunk(8).Select(Joined))
            {
                using ScenarioRun run = new(scenario, 1);
                try
                {
                    while (run.NowMs < 2_500)
                    {
                        run.Step();
                    }

                    ran++;
                }
                catch (Exception defect) when (defect is not ScenarioException)
                {
                    defects.Add($"{form}: {defect.Message} {Told(scenario)}");
                }
            }
        }

        Assert.Empty(defects);
        Assert.InRange(ran, 60, int.MaxValue);
    }

    [Fact]
    public void Every_form_has_a_line_that_is_right_at_some_kind_of_station()
    {
        HashSet<string> right = [.. Story.All.SelectMany(kind => new FormLines(kind).Forms.Select(form => form.Name))];
        Assert.DoesNotContain(
            ActionForms.All.Select(form => form.Name).Concat(ConditionForms.All.Select(form => form.Name)),
            name => !right.Contains(name));
    }

    [Fact]
    public void What_a_station_may_lack_is_held_against_it_in_every_form()
    {
        StationPlan truck = new();
        IReadOnlyList<string>[] ofStations =
        [
            StationNames.Phases(truck), StationNames.Faults(truck),
            [.. StationNames.Drives(truck).Except(["any", "none", "motion"])],
            StationNames.Results(truck), StationNames.Warnings(truck), StationNames.PackWarnings(truck),
            StationNames.Events(truck),
        ];
        Assert.All(
            Parameters().Where(one => one.Choices is not null
                && ofStations.Any(names => !names.Except(one.Choices, StringComparer.Ordinal).Any())),
            one => Assert.True(one.Of is not null, one.Name));
    }

    [Fact]
    public void Vehicles_codes_and_bounds_are_what_their_names_say()
    {
        Assert.All(
            Parameters().Where(one => one.Name == "code"), one => Assert.Equal(ParameterKind.PackCode, one.Kind));
        Assert.All(
            ConditionForms.All.SelectMany(form => form.Parameters).Where(one => one.Name == "vehicle"),
            one => Assert.True(one.Kind is ParameterKind.Vehicle or ParameterKind.Choice));
        foreach (IReadOnlyList<Parameter> parameters in Lists())
        {
            string[] names = [.. parameters.Select(one => one.Name)];
            foreach (Parameter above in parameters.Where(one => one.Kind != ParameterKind.Temperature
                && one.Name.EndsWith("-above", StringComparison.Ordinal)))
            {
                string below = above.Name[..^"above".Length] + "below";
                Assert.Equal(names.Contains(below) ? below : "", above.Below);
            }

            Assert.All(parameters.Where(one => one.Name == "at-least" && names.Contains("at-most")),
                one => Assert.Equal("at-most", one.Below));
            Assert.All(parameters.Where(one => one.Name == "exactly"), one => Assert.NotEmpty(one.NotWith));
            Assert.All(parameters.SelectMany(one => one.NotWith), name => Assert.Contains(name, names));
        }
    }

    [Fact]
    public void No_duration_of_an_action_is_longer_than_an_int_of_milliseconds_but_of_civil_time()
    {
        string[] civil = ["clock-jumps", "command", "power-limit"];
        Assert.All(
            ActionForms.All.Where(form => !civil.Contains(form.Name)).SelectMany(form => form.Parameters)
                .Where(one => one.Kind == ParameterKind.Duration),
            one => Assert.InRange(one.Most, 1, int.MaxValue));
    }

    private static IEnumerable<IReadOnlyList<Parameter>> Lists() =>
        ActionForms.All.Select(form => form.Parameters).Concat(ConditionForms.All.Select(form => form.Parameters));

    private static IEnumerable<Parameter> Parameters() => Lists().SelectMany(list => list);

    /// <summary>
    /// Scenarios that differ in one value from the least that must be told; what does not fit is left out.
    /// </summary>
    private static IEnumerable<Scenario> Outermost(
        FormLines lines,
        string form,
        bool isAction,
        IReadOnlyList<Parameter> parameters,
        Dictionary<string, string> right)
    {
        foreach (Parameter one in parameters)
        {
            string[] values = [.. lines.Extremes(one)];
            string[] few = values.Length > 6 ? [values[0], values[values.Length / 2], values[^1]] : values;
            foreach (string value in few)
            {
                string text = lines.File(
                    form, isAction, new Dictionary<string, string>(right) { [one.Name] = value }).Text;
                if (ScenarioFile.Of("f", Encoding.UTF8.GetBytes(text)).Scenario is { } scenario)
                {
                    yield return scenario;
                }
            }
        }
    }

    /// <summary>All of it in one run, with somebody who comes soon.</summary>
    private static Scenario Joined(Scenario[] several) => several[0] with
    {
        Station = several[0].Station with { Boards = BoardChoice.Virtual },
        Arrivals = [new Arrival { AtMs = 200 }],
        Happens =
        [
            .. several.SelectMany(one => one.Happens)
                .Select((happening, i) => happening with { Trigger = new Trigger(1_000 + (i * 50), null, 0) }),
        ],
        Expect = [.. several.SelectMany(one => one.Expect)],
    };

    private static string Told(Scenario scenario) => string.Join(
        "; ",
        scenario.Happens.Select(one => string.Join(", ", one.Arguments.Values))
            .Concat(scenario.Expect.Select(one => one.Text)));
}
