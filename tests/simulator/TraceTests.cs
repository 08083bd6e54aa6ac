using System.Reflection;
using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class TraceTests
{
    [Fact]
    public void A_trace_holds_every_field_that_the_machine_remembers()
    {
        IEnumerable<string> remembered = typeof(SwapState).GetFields().Select(field => field.Name).Order();
        IEnumerable<string> held = typeof(TraceState).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => property.Name).Order();
        Assert.Equal(remembered, held);
    }

    [Fact]
    public void Every_profile_of_the_firmware_has_a_name_of_its_own_and_is_well()
    {
        Assert.All(Profiles.All, profile => Assert.Null(profile.Flaw()));
        Assert.Equal(Profiles.All.Count, Profiles.All.Select(profile => profile.Name).Distinct().Count());
    }

    [Fact]
    public void Every_story_completes_its_swap()
    {
        Assert.All(Story.All, story => Assert.Equal(ExitCode.Passed, CliRun.Of("run", story.Name).ExitCode));
        Assert.Equal(ExitCode.WrongInput, CliRun.Of("run", "zeppelin").ExitCode);
    }
}
