"""Experiences: a way through several pages, whose run is kept in the session."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.generic import RedirectView, TemplateView


class Run:
    """Where a person is in an experience: the step, and the key of one record for each entity."""

    def __init__(self, session, experience):
        self.session = session
        self.slot = f"experience:{experience}"

    @property
    def is_started(self):
        return self.slot in self.session

    def start(self, records=None):
        self.session[self.slot] = {"step": None, "records": records or {}}

    def finish(self):
        self.session.pop(self.slot, None)

    def move(self, step):
        self.session[self.slot] = {**self.session[self.slot], "step": step}

    def remember(self, entity, key):
        run = self.session[self.slot]
        self.session[self.slot] = {
            **run,
            "records": {**run["records"], entity: str(key)},
        }

    def key_of(self, entity):
        return self.session[self.slot]["records"].get(entity)


class StartView(LoginRequiredMixin, RedirectView):
    """Begins an experience anew; `?record=<Entity>:<key>` takes a record along."""

    experience = None
    query_string = True

    def get(self, request, *args, **kwargs):
        Run(request.session, self.experience).finish()
        return super().get(request, *args, **kwargs)


class StepMixin(LoginRequiredMixin):
    """A page as a step of an experience."""

    experience = None
    step = None
    # Names and titles of all steps, in order.
    steps = {}
    # The entity whose record the page makes, shows or changes.
    entity = None
    needs_record = False
    chooses_record = False
    # Fields of the form that start out with the run's record of an entity.
    prefills = {}
    # Where outcomes lead; without one, the run is over.
    success = None
    failure = None
    cancel = None
    # The template of the page itself, which the step's template extends.
    page_template = None

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        self.run = Run(request.session, self.experience)
        if "record" in request.GET:
            entity, _, key = request.GET["record"].partition(":")
            self.run.start({entity: key})
            return redirect(request.path)
        if not self.run.is_started:
            self.run.start()
        self.run.move(self.step)
        if request.method == "POST":
            if "_cancel" in request.POST:
                return self.cancel_run()
            if "_choose" in request.POST:
                self.run.remember(self.entity, request.POST["_choose"])
                return redirect(request.path if self.needs_record else self.go_on())
            if "_continue" in request.POST:
                return redirect(self.go_on())
        if self.needs_record and self.find_record() is None:
            return self.ask_for_record()
        return super().dispatch(request, *args, **kwargs)

    def go_on(self):
        """The address of the next step, or of the end."""
        if self.success:
            return reverse(self.success)
        self.run.finish()
        return self.get_end_url()

    def get_end_url(self):
        return reverse("home")

    def cancel_run(self):
        if self.cancel:
            return redirect(self.cancel)
        self.run.finish()
        return redirect("home")

    def find_record(self):
        """The run's record of the entity, if it (still) exists."""
        try:
            return self.get_queryset().filter(pk=self.run.key_of(self.entity)).first()
        except (ValueError, OverflowError, ValidationError):
            return None

    def ask_for_record(self):
        context = {
            "view": self,
            **self.get_step_context(),
            "records": self.model.objects.by_label(),
        }
        return render(self.request, "app/experiences/choose_record.html", context)

    def get_object(self, queryset=None):
        return self.find_record()

    def get_initial(self):
        known = {
            field: self.run.key_of(entity) for field, entity in self.prefills.items()
        }
        return {
            **super().get_initial(),
            **{field: key for field, key in known.items() if key},
        }

    def get_success_url(self):
        record = getattr(self, "object", None)
        if record is not None:
            self.run.remember(self.entity, record.pk)
        if self.success:
            return reverse(self.success)
        self.run.finish()
        return super().get_success_url()

    def get_step_context(self):
        return {
            "page_template": self.page_template,
            "run_steps": [
                {"title": title, "is_current": name == self.step}
                for name, title in self.steps.items()
            ],
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(**self.get_step_context(), **kwargs)


class ListStepMixin(StepMixin):
    """A list on which a record is chosen, or which is only looked at."""

    template_name = "app/experiences/list_step.html"


class DetailStepMixin(StepMixin):
    """A record to look at before going on."""

    template_name = "app/experiences/detail_step.html"


class FormStepMixin(StepMixin):
    """A form that leads to the next step when it is saved."""

    template_name = "app/experiences/form_step.html"


class OutcomeStepView(StepMixin, TemplateView):
    """A step that happens elsewhere: the person says how it went."""

    template_name = "app/experiences/outcome_step.html"
    title = None

    def post(self, request, *args, **kwargs):
        if request.POST.get("_outcome") == "failure" and self.failure:
            return redirect(self.failure)
        return redirect(self.go_on())
