#!/usr/bin/env bash
# 第一幕：一个委托事项从提交到反馈。第二幕：从需求调查到支出，从民情日志到问题解决，从委托权限到执法。其间几次尝试绕过规则。
# 先运行 npm start，再在另一个终端运行本脚本。
# Act one: a delegation from submission to feedback. Act two: from a survey of needs to money spent, from a sentiment log to a problem
# solved, and from a mandate to enforcement.
# In both, attempts to bypass a rule. Run npm start first, then this script in another terminal:
#
#   bash docs/scenario.sh
#
# Needs bash, curl and what the project needs itself. MTG_URL: the gateway's GraphQL URL. MTG_DATA_DIR: the data directory.
# 可重复运行：每次使用新的文号。答复与预期不符时即停止，退出码为 1。
# It can be run again and again: each run takes new document numbers. It stops with exit code 1 as soon as an answer differs from what is expected.
set -euo pipefail
cd "$(dirname "$0")/.."

URL=${MTG_URL:-http://127.0.0.1:4000/graphql}
RUN=$(date +%s)
TODAY=$(node -p 'new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date())')
YEAR=${TODAY:0:4}
DEADLINE=$(node -p 'new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(Date.now() + 30 * 86400e3)')
COMMUNITY=110109001001
NEIGHBOURING=110109001002
now() { node -p 'new Date().toISOString()'; }

# --- 令牌 · Tokens: one for each person, by the development issuer -------------------------------------------------------
token() { npm run --silent mtg -- token "$@"; }
OFFICER=$(token --role department-officer --department JUSTICE)
LEADER=$(token --role street-leader --street DAYU)
CLERK=$(token --role committee-clerk --street DAYU)
DISPATCHER=$(token --role dispatcher --street DAYU)
HEAD=$(token --role center-head --street DAYU --center PUBLIC_SECURITY)
STAFF=$(token --role center-staff --street DAYU --center PUBLIC_SECURITY --subject "staff.$RUN")
SECRETARY=$(token --role community-secretary --street DAYU --community $COMMUNITY)
SECTION=$(token --role center-head --street DAYU --center SOCIAL_MOBILIZATION)
NEIGHBOUR=$(token --role community-secretary --street DAYU --community $NEIGHBOURING)
GOVERNMENT=$(token --role district-government)
OFFICE=$(token --role district-office)
FINANCE=$(token --role finance-officer --street DAYU)

# --- 几个小工具 · A few small tools ---------------------------------------------------------------------------------------------
ANSWER=
STEPS=0
ATTEMPTS=0
# ask TOKEN QUERY VARIABLES: sends an operation and keeps the answer
ask() {
  local body
  body=$(node -e 'const [query, variables] = process.argv.slice(1); console.log(JSON.stringify({ query, variables: JSON.parse(variables) }))' "$2" "$3")
  ANSWER=$(curl --silent --show-error "$URL" \
    --header 'content-type: application/json' \
    --header "authorization: Bearer $1" \
    --header "idempotency-key: $RUN-$RANDOM-$RANDOM" \
    --data "$body")
}
# command_ TOKEN NAME INPUT SELECTION: gives 大峪街道 a command, or the district with OWNER=district
command_() {
  local type
  type="$(printf '%s' "${2:0:1}" | tr '[:lower:]' '[:upper:]')${2:1}Input"
  ask "$1" "mutation (\$input: $type!) { ${OWNER:-dayu} { $2(input: \$input) { $4 } } }" "{\"input\":$3}"
}
# give TITLE TOKEN NAME INPUT SELECTION: a step on the way, which succeeds
give() {
  STEPS=$((STEPS + 1))
  command_ "$2" "$3" "$4" "$5"
  printf '%2d. %s\n    %s\n' "$STEPS" "$1" "$ANSWER"
  expect ''
}
# attempt TITLE RULE TOKEN NAME INPUT SELECTION: a way around a rule, which is refused by it
attempt() {
  ATTEMPTS=$((ATTEMPTS + 1))
  command_ "$3" "$4" "$5" "$6"
  printf '\n绕过之%s · Attempt %s (%s): %s\n    %s\n\n' "$ATTEMPTS" "$ATTEMPTS" "$2" "$1" "$ANSWER"
  expect "$2"
}
# expect RULE: ends the script unless the last answer is a refusal by this rule; without a rule, unless it has no error
expect() {
  node -e 'const [answer, rule] = process.argv.slice(1); const [error] = JSON.parse(answer).errors ?? [];
    const found = error && (error.extensions.rule ?? error.extensions.code);
    if ((found ?? "") !== rule) { console.error(`与预期不符 · not as expected: ${rule || "data"}`); process.exit(1); }' "$ANSWER" "$1"
}
# pick PATH: a value of the last answer, e.g. dayu.submitDelegation.delegation.id
pick() {
  node -e 'let value = JSON.parse(process.argv[1]).data; for (const key of process.argv[2].split(".")) value = value?.[key];
    if (value === undefined || value === null) { console.error(`没有 · nothing at ${process.argv[2]}`); process.exit(1); } console.log(value)' "$ANSWER" "$1"
}
# finish ORDER EVIDENCE: evidence of an order that is being worked on, and the steps to its end
finish() {
  local sha256
  sha256=$(printf '%s' "$RUN" | node -e 'const h = require("crypto").createHash("sha256"); process.stdin.on("data", (d) => h.update(d)).on("end", () => console.log(h.digest("hex")))')
  give '佐证 · Evidence' "$HEAD" attachEvidence "{ \"workOrderId\": \"$1\", \"title\": \"$2\", \"uri\": \"urn:doc:$RUN\", \"mediaType\": \"application/pdf\",
    \"sha256\": \"$sha256\" }" 'evidence { title }'
  give '提交 · Submitted' "$HEAD" submitWorkOrder "{ \"workOrderId\": \"$1\", \"expectedVersion\": 3 }" 'workOrder { state }'
  give '核验 · Verified' "$DISPATCHER" verifyWorkOrder "{ \"workOrderId\": \"$1\", \"expectedVersion\": 4 }" 'workOrder { state }'
  give '办结 · Closed' "$DISPATCHER" closeWorkOrder "{ \"workOrderId\": \"$1\", \"expectedVersion\": 5 }" 'workOrder { state }'
}

echo "== 委托事项：从提交到部署 · The delegation: from submission to deployment"
give '区司法部门书面提交 · The department submits in writing' "$OFFICER" submitDelegation "{
  \"departmentCode\": \"JUSTICE\", \"kind\": \"DELEGATED_MATTER\", \"title\": \"社区法律服务\", \"content\": \"每月到社区开展一次法律咨询\",
  \"documentNumber\": \"门司发〔$RUN〕号\", \"documentTitle\": \"关于委托开展社区法律服务的函\", \"documentDate\": \"$TODAY\",
  \"legalBasis\": \"《中华人民共和国法律援助法》\" }" 'delegation { id state }'
DELEGATION=$(pick dayu.submitDelegation.delegation.id)

attempt '街道主要领导想自行接受 · A principal leader tries to accept it alone' R09 "$LEADER" approveDelegation "{
  \"delegationId\": \"$DELEGATION\", \"expectedVersion\": 1, \"decision\": { \"number\": \"x$RUN\", \"decidedAt\": \"$(now)\", \"summary\": \"我同意\" } }" 'delegation { state }'

give '听取街道意见 · The street’s opinion is heard' "$LEADER" recordStreetOpinion "{
  \"delegationId\": \"$DELEGATION\", \"expectedVersion\": 1, \"opinion\": \"同意承接，请明确经费渠道\" }" 'delegation { state }'
give '街道工委研究通过 · The Street Party Working Committee passes it' "$CLERK" approveDelegation "{
  \"delegationId\": \"$DELEGATION\", \"expectedVersion\": 2, \"decision\": { \"number\": \"大峪工委〔$RUN〕号\", \"decidedAt\": \"$(now)\", \"summary\": \"同意承接\" } }" 'delegation { state } decision { number }'
give '部署并提出指导性意见 · It is deployed, with guidance' "$CLERK" deployDelegation "{
  \"delegationId\": \"$DELEGATION\", \"expectedVersion\": 3, \"deployment\": \"由综治维稳中心牵头\",
  \"guidance\": [{ \"centerCode\": \"PUBLIC_SECURITY\", \"text\": \"每月一次，做好记录\" }, { \"communityCode\": \"$COMMUNITY\", \"text\": \"提供场地\" }] }" 'delegation { state }'

echo "== 派单 · Dispatch"
give '项目书 · The project charter' "$DISPATCHER" charterProject "{
  \"title\": \"法律服务进社区\", \"goals\": \"每个社区每月一次\", \"departmentCodes\": [\"JUSTICE\"], \"communityCodes\": [\"$COMMUNITY\"],
  \"deadline\": \"$DEADLINE\" }" 'project { id number }'
PROJECT=$(pick dayu.charterProject.project.id)
ORDER_INPUT="{ \"title\": \"法律咨询\", \"content\": \"组织每月法律咨询\", \"centerCode\": \"PUBLIC_SECURITY\", \"responsiblePerson\": \"综治维稳中心主任\",
  \"deadline\": \"$DEADLINE\", \"projectId\": \"$PROJECT\", \"delegationId\": \"$DELEGATION\" }"

attempt '中心负责人想自行派单 · A center head tries to dispatch' R09 "$HEAD" dispatchWorkOrder "$ORDER_INPUT" 'workOrder { number }'

give '综合管理中心派单 · The General Affairs Management Center dispatches' "$DISPATCHER" dispatchWorkOrder "$ORDER_INPUT" 'workOrder { id number state }'
ORDER=$(pick dayu.dispatchWorkOrder.workOrder.id)
give '中心接单 · The center accepts' "$HEAD" acceptWorkOrder "{ \"workOrderId\": \"$ORDER\", \"expectedVersion\": 1 }" 'workOrder { state }'
give '开始办理 · and starts' "$HEAD" startWorkOrder "{ \"workOrderId\": \"$ORDER\", \"expectedVersion\": 2 }" 'workOrder { state }'

echo "== 周例会 · The weekly meeting"
give '召集 · It is convened' "$DISPATCHER" convokeMeeting "{ \"kind\": \"WEEKLY\", \"title\": \"周例会\", \"scheduledAt\": \"$(now)\" }" 'meeting { id number state }'
MEETING=$(pick dayu.convokeMeeting.meeting.id)
give '开会 · and opened' "$DISPATCHER" openMeeting "{ \"meetingId\": \"$MEETING\", \"expectedVersion\": 1 }" 'meeting { state }'
give '中心提出需落实到社区的事项 · The center proposes what is to reach a community' "$HEAD" proposeWeeklyItem "{
  \"meetingId\": \"$MEETING\", \"centerCode\": \"PUBLIC_SECURITY\", \"title\": \"法律咨询进社区\", \"content\": \"本月一次\",
  \"communityCodes\": [\"$COMMUNITY\"], \"workOrderId\": \"$ORDER\" }" 'weeklyItem { id state }'
ITEM=$(pick dayu.proposeWeeklyItem.weeklyItem.id)
# assignment TRAINING: the tasks of a batch
assignment() {
  echo "{ \"meetingId\": \"$MEETING\", \"assignments\": [{ \"weeklyItemId\": \"$ITEM\", \"communityCode\": \"$COMMUNITY\", \"goal\": \"居民就近咨询\",
    \"content\": \"每月一次\", \"form\": \"现场咨询\", \"training\": \"$1\", \"instructor\": \"综治维稳中心联系人\" }] }"
}

attempt '事项尚未通过就向社区安排 · A task for a community before the meeting has passed it' R22 "$DISPATCHER" issueAssignmentBatch "$(assignment 岗前培训一次)" 'assignmentBatch { number }'

give '会上通过 · It is passed' "$DISPATCHER" decideWeeklyItem "{ \"weeklyItemId\": \"$ITEM\", \"expectedVersion\": 1, \"outcome\": \"PASSED\" }" 'weeklyItem { state }'
give '中心通报 · The center reports' "$HEAD" recordCenterReport "{ \"meetingId\": \"$MEETING\", \"centerCode\": \"PUBLIC_SECURITY\",
  \"thisWeek\": \"接到法律咨询委托\", \"nextWeek\": \"开展咨询\", \"communityMatters\": \"法律咨询进社区\" }" 'centerReport { id }'
give '其他中心缺席，写明原因 · The other centers are absent, with a reason' "$DISPATCHER" recordAttendance "{ \"meetingId\": \"$MEETING\", \"records\": [
  { \"centerCode\": \"HEALTH\", \"attendance\": \"ABSENT\", \"reason\": \"义诊\" }, { \"centerCode\": \"CULTURE_EDUCATION\", \"attendance\": \"ABSENT\", \"reason\": \"宣讲\" },
  { \"centerCode\": \"CIVIL_AFFAIRS\", \"attendance\": \"ABSENT\", \"reason\": \"窗口值班\" }, { \"centerCode\": \"URBAN_MANAGEMENT\", \"attendance\": \"ABSENT\", \"reason\": \"巡查\" },
  { \"centerCode\": \"SOCIAL_MOBILIZATION\", \"attendance\": \"ABSENT\", \"reason\": \"培训\" }] }" 'meeting { id }'
give '闭会 · The meeting is closed' "$DISPATCHER" closeMeeting "{ \"meetingId\": \"$MEETING\", \"expectedVersion\": 2 }" 'meeting { state }'

attempt '“五有”缺专门培训 · Of the five requisites, training is missing' R25 "$DISPATCHER" issueAssignmentBatch "$(assignment '')" 'assignmentBatch { number }'

echo "== 社区 · The community"
give '集中布置 · The batch is issued' "$DISPATCHER" issueAssignmentBatch "$(assignment 岗前培训一次)" 'assignmentBatch { number assignments { id state } }'
ASSIGNMENT=$(pick dayu.issueAssignmentBatch.assignmentBatch.assignments.0.id)
give '走访计划 · A visit is planned' "$HEAD" planVisit "{
  \"centerCode\": \"PUBLIC_SECURITY\", \"day\": \"$TODAY\", \"people\": [\"staff.$RUN\"], \"communityCodes\": [\"$COMMUNITY\"],
  \"route\": \"街道—社区居委会\", \"actions\": \"查看咨询点\" }" 'visitPlan { id day }'
PLAN=$(pick dayu.planVisit.visitPlan.id)
give '进社区，记走访记录和民情日志 · and made, with record and sentiment log' "$STAFF" recordVisit "{
  \"centerCode\": \"PUBLIC_SECURITY\", \"communityCode\": \"$COMMUNITY\", \"day\": \"$TODAY\", \"form\": \"TALK\", \"planId\": \"$PLAN\",
  \"assignmentId\": \"$ASSIGNMENT\", \"record\": \"咨询点已开放\", \"sentimentLogs\": [{ \"text\": \"居民希望周末也有咨询\" }] }" 'communityVisit { id day form }'
give '社区反馈进展 · The community reports' "$SECRETARY" reportProgress "{ \"assignmentId\": \"$ASSIGNMENT\", \"expectedVersion\": 1, \"text\": \"已开展一次\", \"completed\": true }" 'assignment { state }'

echo "== 办结与反馈 · Completion and feedback"
finish "$ORDER" 签到表
REPORT="{ \"title\": \"社区法律服务办理情况\", \"text\": \"已办结\", \"recipients\": [\"DEPARTMENT\"], \"departmentCodes\": [\"JUSTICE\"], \"workOrderIds\": [\"$ORDER\"] }"

attempt '中心想自行向部门反馈 · The center tries to report by itself' R13 "$HEAD" issueFeedbackReport "$REPORT" 'feedbackReport { number }'

give '综合管理中心集中反馈 · The General Affairs Management Center reports' "$DISPATCHER" issueFeedbackReport "$REPORT" 'feedbackReport { number }'
give '登记委托事项办结 · and concludes the delegation' "$DISPATCHER" concludeDelegation "{
  \"delegationId\": \"$DELEGATION\", \"expectedVersion\": 5, \"text\": \"每月法律咨询已经开办\" }" 'delegation { state }'
give '部门确认 · The department confirms' "$OFFICER" confirmConclusion "{ \"delegationId\": \"$DELEGATION\", \"expectedVersion\": 6 }" 'delegation { state }'

attempt '部门未经区政府批准直接布置任务 · A task assigned directly, without the district government' R07 "$OFFICER" submitDelegation "{
  \"departmentCode\": \"JUSTICE\", \"kind\": \"DIRECT_TASK\", \"title\": \"填报\", \"content\": \"每周填报\", \"documentNumber\": \"门司发〔$RUN〕2号\",
  \"documentTitle\": \"关于填报的函\", \"documentDate\": \"$TODAY\", \"legalBasis\": \"《…》\" }" 'delegation { id }'

echo "== 部门看结果；街道看全程 · The department reads the result; the street traces it"
ask "$OFFICER" 'query ($id: UUID!) { dayu { delegation(id: $id) { state department { name } workOrders { number state feedbackReport { number } } } } }' "{\"id\":\"$DELEGATION\"}"
echo "    $ANSWER"
expect ''
ask "$LEADER" 'query ($id: UUID!) { dayu { trace(id: $id) { downward { distance typeName title state } } } }' "{\"id\":\"$DELEGATION\"}"
echo "    $ANSWER"
expect ''

echo "== 第二幕，购买服务：调查、目录、项目 · Act two, services: survey, catalogue, project"
OWNER=district give '区社会办登记社会组织 · The district office registers an organization' "$OFFICE" registerOrganization "{
  \"kind\": \"PROFESSIONAL\", \"name\": \"法律援助社$RUN\", \"serviceField\": \"法律服务\", \"since\": \"$TODAY\" }" 'socialOrganization { id }'
ORGANIZATION=$(pick district.registerOrganization.socialOrganization.id)
OWNER=district give '登记需求调查 · A survey of needs is recorded' "$OFFICE" recordNeedsSurvey "{
  \"year\": $YEAR, \"title\": \"社区服务需求调查\", \"method\": \"入户问卷\", \"respondents\": 900, \"startedOn\": \"$TODAY\", \"concludedOn\": \"$TODAY\",
  \"needs\": [{ \"title\": \"法律咨询\", \"mentions\": 400 }] }" 'needsSurvey { id }'
SURVEY=$(pick district.recordNeedsSurvey.needsSurvey.id)
# service NEED: a project of services for the community
service() {
  echo "{ \"centerCode\": \"PUBLIC_SECURITY\", \"communityCode\": \"$COMMUNITY\", \"title\": \"法律咨询服务\", \"content\": \"每月两次\", \"amount\": \"12000.50\",
    \"startsOn\": \"$TODAY\", \"endsOn\": \"$DEADLINE\", \"needId\": \"$1\", \"organizationId\": \"$ORGANIZATION\", \"milestones\": [] }"
}

attempt '目录中没有的需求 · A need that is in no catalogue' R30 "$HEAD" startServiceProject "$(service "$SURVEY")" 'serviceProject { id }'

CATALOGUE="\"number\": \"门社工〔$RUN〕号\", \"title\": \"购买公共服务项目需求\", \"issuedOn\": \"$TODAY\", \"surveyId\": \"$SURVEY\",
  \"needs\": [{ \"title\": \"社区法律咨询\", \"content\": \"每月两次\" }]"
# 每年一份目录：本年已有的，予以更正 · There is one catalogue a year: one that stands is corrected
ask "$OFFICE" 'query ($year: Int!) { district { procurementCatalogues(first: 1, filter: { year: $year, sample: false }, orderBy: [{ field: CREATED_AT, direction: DESC }]) { nodes { id version } } } }' "{\"year\":$YEAR}"
expect ''
STANDING=$(node -p 'const { id, version } = JSON.parse(process.argv[1]).data.district.procurementCatalogues.nodes[0] ?? {};
  id ? `"procurementCatalogueId": "${id}", "expectedVersion": ${version}, "reason": "需求有变", ` : ""' "$ANSWER")
SELECTION='procurementCatalogue { id number needs { id title } }'
if [ -z "$STANDING" ]; then
  OWNER=district give '下发需求目录 · The catalogue of the year is issued' "$OFFICE" issueProcurementCatalogue "{ \"year\": $YEAR, $CATALOGUE }" "$SELECTION"
  NEED=$(pick district.issueProcurementCatalogue.procurementCatalogue.needs.0.id)
else
  OWNER=district give '更正需求目录 · The catalogue of the year is corrected' "$OFFICE" correctProcurementCatalogue "{ $STANDING$CATALOGUE }" "$SELECTION"
  NEED=$(pick district.correctProcurementCatalogue.procurementCatalogue.needs.0.id)
fi
give '中心按目录立项 · The center starts a project by it' "$HEAD" startServiceProject "$(service "$NEED")" 'serviceProject { id state catalogueNumber }'

echo "== 第二幕，资金：预算、转拨、支出 · Act two, money: budget, transfer, expenditure"
OWNER=district give '区政府批准预算 · The district government budgets' "$GOVERNMENT" recordBudget "{
  \"year\": $YEAR, \"documentNumber\": \"门政发〔$RUN〕号\", \"documentTitle\": \"社会建设专项资金预算\", \"approvedOn\": \"$TODAY\",
  \"lines\": [{ \"name\": \"社区服务\", \"kind\": \"COMMUNITY_SERVICES\", \"amount\": \"50000.00\" }] }" 'lines { id amount }'
LINE=$(pick district.recordBudget.lines.0.id)
# transfer AMOUNT: to 大峪街道
transfer() { echo "{ \"budgetLineId\": \"$LINE\", \"streetCode\": \"DAYU\", \"voucher\": \"拨字$RUN号\", \"amount\": \"$1\" }"; }

OWNER=district attempt '转拨超出预算 · A transfer beyond the budget' R31 "$OFFICE" offerTransfer "$(transfer 50000.01)" 'fundTransfer { id }'

OWNER=district give '区社会办转拨 · The district office offers a transfer' "$OFFICE" offerTransfer "$(transfer 40000.00)" 'fundTransfer { id state }'
TRANSFER=$(pick district.offerTransfer.fundTransfer.id)
give '街道确认收款 · The street acknowledges it' "$FINANCE" acknowledgeTransfer "{ \"transferId\": \"$TRANSFER\" }" 'fundReceipt { id amount left }'
RECEIPT=$(pick dayu.acknowledgeTransfer.fundReceipt.id)
# expenditure AMOUNT: for the project
expenditure() {
  echo "{ \"fundReceiptId\": \"$RECEIPT\", \"voucher\": \"支字$RUN号\", \"amount\": \"$1\", \"paidOn\": \"$TODAY\", \"purpose\": \"法律咨询服务费\",
    \"projectId\": \"$PROJECT\" }"
}

attempt '支出超出转拨 · An expenditure beyond the transfer' R31 "$FINANCE" recordExpenditure "$(expenditure 40000.01)" 'expenditure { id }'

give '登记支出 · An expenditure is recorded' "$FINANCE" recordExpenditure "$(expenditure 12000.50)" 'expenditure { amount }'

echo "== 第二幕，支持社区：民情日志、事项、派单、解决 · Act two, support: sentiment log, issue, order, solution"
give '进社区，记民情日志 · A visit with its sentiment log' "$STAFF" recordVisit "{
  \"centerCode\": \"PUBLIC_SECURITY\", \"communityCode\": \"$COMMUNITY\", \"day\": \"$TODAY\", \"form\": \"CALL\",
  \"record\": \"走访三户\", \"sentimentLogs\": [{ \"text\": \"晚上回来没有地方停车\" }] }" 'communityVisit { id sentimentLogs { id text } }'
LOG=$(pick dayu.recordVisit.communityVisit.sentimentLogs.0.id)
give '由日志提出支持保障事项 · A support issue is raised from the log' "$STAFF" raiseSupportIssue "{
  \"centerCode\": \"PUBLIC_SECURITY\", \"communityCode\": \"$COMMUNITY\", \"kind\": \"PARKING\", \"title\": \"夜间停车难\",
  \"sentimentLogId\": \"$LOG\" }" 'supportIssue { id state }'
ISSUE=$(pick dayu.raiseSupportIssue.supportIssue.id)

attempt '没有机构或会议承办 · It is taken up by neither a body nor a meeting' R28 "$CLERK" takeUpSupportIssue "{
  \"supportIssueId\": \"$ISSUE\", \"expectedVersion\": 1 }" 'supportIssue { state }'

BODY="ENLARGED_COMMUNITY_PARTY_COMMITTEE:$COMMUNITY"
attempt '机构与会议同时承办 · Both a body and a meeting take it up' R28 "$CLERK" takeUpSupportIssue "{
  \"supportIssueId\": \"$ISSUE\", \"expectedVersion\": 1, \"bodyCode\": \"$BODY\", \"meetingId\": \"$MEETING\" }" 'supportIssue { state }'

give '提名社区大党委委员 · A member of the community’s body is nominated' "$SECRETARY" nominateMember "{ \"bodyCode\": \"$BODY\",
  \"personName\": \"李物业$RUN\", \"unit\": \"物业公司$RUN\", \"category\": \"PROPERTY_COMPANY\", \"position\": \"MEMBER\", \"seat\": \"物业席位$RUN\" }" 'member { id state }'
SEAT=$(pick dayu.nominateMember.member.id)
give '街道组织科审核 · reviewed' "$SECTION" reviewNomination "{ \"memberId\": \"$SEAT\", \"expectedVersion\": 1, \"outcome\": \"REVIEWED\" }" 'member { state }'
give '街道工委任命 · and appointed' "$CLERK" appointMember "{ \"memberId\": \"$SEAT\", \"expectedVersion\": 2,
  \"decision\": { \"number\": \"大峪工委〔$RUN〕3号\", \"decidedAt\": \"$(now)\", \"summary\": \"同意\" } }" 'member { state }'
give '社区大党委承办 · The body takes the issue up' "$CLERK" takeUpSupportIssue "{
  \"supportIssueId\": \"$ISSUE\", \"expectedVersion\": 1, \"bodyCode\": \"$BODY\" }" 'supportIssue { state bodyCode }'
give '拉来职能部门 · A department is brought in' "$HEAD" recordContribution "{ \"supportIssueId\": \"$ISSUE\", \"unit\": \"区公安分局\",
  \"departmentCode\": \"PUBLIC_SECURITY\", \"contribution\": \"夜间允许路侧停车\" }" 'supportContribution { unit contribution }'
give '和社会力量 · and a social force' "$HEAD" recordContribution "{ \"supportIssueId\": \"$ISSUE\", \"unit\": \"驻区商场\",
  \"contribution\": \"夜间开放停车场八十个车位\" }" 'supportContribution { unit contribution }'
ask "$CLERK" 'query ($year: Int!) { dayu { keyPoints(first: 1, filter: { year: $year, sample: false }, orderBy: [{ field: NUMBER, direction: DESC }]) { nodes { number } } } }' "{\"year\":$YEAR}"
expect ''
NUMBER=$(node -p '(JSON.parse(process.argv[1]).data.dayu.keyPoints.nodes[0]?.number ?? 0) + 1' "$ANSWER")
give '街道工委确定工作要点 · The committee adopts a key point' "$CLERK" adoptKeyPoint "{
  \"year\": $YEAR, \"number\": $NUMBER, \"title\": \"居住环境\", \"content\": \"缓解停车难，清理楼道堆物\",
  \"decision\": { \"number\": \"大峪工委〔$RUN〕2号\", \"decidedAt\": \"$(now)\", \"summary\": \"同意\" } }" 'keyPoint { id }'
KEY_POINT=$(pick dayu.adoptKeyPoint.keyPoint.id)
give '为此派单 · An order is dispatched for it' "$DISPATCHER" dispatchWorkOrder "{
  \"title\": \"夜间停车\", \"content\": \"与商场签约，施划路侧车位\", \"centerCode\": \"PUBLIC_SECURITY\", \"responsiblePerson\": \"综治维稳中心主任\",
  \"deadline\": \"$DEADLINE\", \"projectId\": \"$PROJECT\", \"keyPointId\": \"$KEY_POINT\" }" 'workOrder { id number }'
SUPPORTING=$(pick dayu.dispatchWorkOrder.workOrder.id)
give '登记到该事项 · and linked to the issue' "$DISPATCHER" citeSupportOrder "{
  \"supportIssueId\": \"$ISSUE\", \"expectedVersion\": 2, \"workOrderId\": \"$SUPPORTING\" }" 'supportIssue { workOrder { number } }'
give '中心接单 · The center accepts' "$HEAD" acceptWorkOrder "{ \"workOrderId\": \"$SUPPORTING\", \"expectedVersion\": 1 }" 'workOrder { state }'
give '开始办理 · and starts' "$HEAD" startWorkOrder "{ \"workOrderId\": \"$SUPPORTING\", \"expectedVersion\": 2 }" 'workOrder { state }'
finish "$SUPPORTING" 停车协议
give '中心登记解决情况 · The center records the solution' "$HEAD" solveSupportIssue "{
  \"supportIssueId\": \"$ISSUE\", \"expectedVersion\": 3, \"solution\": \"夜间增加一百二十个车位\", \"solvedOn\": \"$TODAY\" }" 'supportIssue { state }'
CONFIRM="{ \"supportIssueId\": \"$ISSUE\", \"expectedVersion\": 4 }"

attempt '别的社区替它确认 · Another community tries to confirm' FORBIDDEN "$NEIGHBOUR" confirmSolution "$CONFIRM" 'supportIssue { state }'

give '社区确认已解决 · The community confirms' "$SECRETARY" confirmSolution "$CONFIRM" 'supportIssue { state daysOpen }'

echo "== 第二幕，执法：委托权限、行动、派单 · Act two, enforcement: mandate, action, order"
give '街道组建联合执法队 · The street forms its team' "$LEADER" formEnforcementTeam "{ \"name\": \"联合执法队$RUN\", \"members\": [{
  \"personName\": \"王司法\", \"unit\": \"大峪司法所\", \"departmentCode\": \"JUSTICE\", \"sinceOn\": \"$TODAY\" }] }" 'team { id } members { id unit }'
TEAM=$(pick dayu.formEnforcementTeam.team.id)
MEMBER=$(pick dayu.formEnforcementTeam.members.0.id)
# action KIND MANDATE: of today
action() {
  echo "{ \"form\": \"JOINT_PATROL\", \"day\": \"$TODAY\", \"place\": \"新桥大街\", \"communityCode\": \"$COMMUNITY\", \"kind\": \"$1\", \"mandateId\": $2,
    \"teamId\": \"$TEAM\", \"memberIds\": [\"$MEMBER\"], \"found\": \"楼道堆物\", \"outcome\": \"限期清理\", \"objects\": [] }"
}

attempt '没有委托权限就执法 · Enforcement without a mandate' R33 "$HEAD" recordEnforcementAction "$(action SAFETY_HAZARD null)" 'action { id }'

give '区职能部门委托执法权限 · The department grants a mandate' "$OFFICER" grantEnforcementMandate "{
  \"departmentCode\": \"JUSTICE\", \"kinds\": [\"SAFETY_HAZARD\"], \"fromOn\": \"$TODAY\", \"untilOn\": \"$DEADLINE\",
  \"documentNumber\": \"门司委〔$RUN〕号\", \"documentTitle\": \"委托执法决定书\", \"documentDate\": \"$TODAY\" }" 'mandate { id }'
MANDATE=$(pick dayu.grantEnforcementMandate.mandate.id)

attempt '超出委托的事项 · A kind that the mandate does not cover' R33 "$HEAD" recordEnforcementAction "$(action ILLEGAL_CONSTRUCTION "\"$MANDATE\"")" 'action { id }'

give '在委托权限内联合巡查 · A joint patrol within the mandate' "$HEAD" recordEnforcementAction "$(action SAFETY_HAZARD "\"$MANDATE\"")" 'action { id kind }'
ACTION=$(pick dayu.recordEnforcementAction.action.id)
give '后续派单 · The order that follows' "$DISPATCHER" dispatchWorkOrder "{
  \"title\": \"楼道清理\", \"content\": \"限期清理楼道堆物\", \"centerCode\": \"PUBLIC_SECURITY\", \"responsiblePerson\": \"综治维稳中心主任\",
  \"deadline\": \"$DEADLINE\", \"projectId\": \"$PROJECT\", \"keyPointId\": \"$KEY_POINT\" }" 'workOrder { id number }'
FOLLOWING=$(pick dayu.dispatchWorkOrder.workOrder.id)
give '登记到该次行动 · is linked to the action' "$HEAD" followUpEnforcementAction "{
  \"actionId\": \"$ACTION\", \"expectedVersion\": 1, \"workOrderId\": \"$FOLLOWING\" }" 'action { id }'

echo "== 资金用到了哪里，日志带来了什么，执法依据了什么 · Where the money went, what the log led to, and on which mandate the team acted"
ask "$OFFICE" 'query ($year: Int!) { dayu { fundStatistics(year: $year) { kind acknowledged spent left } } }' "{\"year\":$YEAR}"
echo "    $ANSWER"
expect ''
# 民情日志只有本中心、本社区和审计员能看 · A sentiment log is read by its center, its community and the auditor only
ask "$HEAD" 'query ($log: UUID!, $issue: UUID!) { dayu { trace(id: $log) { downward { distance typeName title state } } supportIssue(id: $issue) { contributions { unit contribution } } } }' "{\"log\":\"$LOG\",\"issue\":\"$ISSUE\"}"
echo "    $ANSWER"
expect ''
ask "$LEADER" 'query ($id: UUID!) { dayu { trace(id: $id) { downward { distance typeName title } } } }' "{\"id\":\"$MANDATE\"}"
echo "    $ANSWER"
expect ''

echo
echo "$STEPS 步完成，$ATTEMPTS 次绕过均被拒绝 · $STEPS steps taken, $ATTEMPTS attempts refused"
